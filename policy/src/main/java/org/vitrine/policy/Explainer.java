package org.vitrine.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Looks at every rule, to tell what {@link Policy#decide} has no time to tell. */
final class Explainer {
    private final Subject subject;
    private final Action action;
    private final ImageFacts image;

    Explainer(Subject subject, Action action, ImageFacts image) {
        this.subject = subject;
        this.action = action;
        this.image = image;
    }

    Explanation explain(List<Rule> rules, Decision decision) {
        List<Rule> shadowed = new ArrayList<>();
        List<Explanation.NearMiss> near = new ArrayList<>();
        boolean decided = false;
        for (Rule rule : rules.reversed()) {
            Set<Condition> unmet = rule.unmet(subject, action, image);
            if (unmet.isEmpty()) {
                if (decided) {
                    shadowed.add(rule);
                }
                decided = true;
            } else if (!decided && unmet.size() == 1 && rule.effect() != decision.effect()) {
                near.add(new Explanation.NearMiss(rule, unmet.iterator().next()));
            }
        }
        return new Explanation(decision, shadowed, near);
    }
}
