package org.vitrine.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks at every rule, to tell what {@link Policy#decide} has no time to tell. */
final class Explainer {
    private final Subject subject;
    private final Action action;
    private final ImageFacts image;
    private final Optional<Remembered> remembered;

    Explainer(Subject subject, Action action, ImageFacts image, Optional<Remembered> remembered) {
        this.subject = subject;
        this.action = action;
        this.image = image;
        this.remembered = remembered;
    }

    Explanation explain(List<Rule> rules, Optional<Rule> fitting) {
        Decision decision = decide(fitting);
        List<Rule> shadowed = new ArrayList<>();
        List<Explanation.NearMiss> near = new ArrayList<>();
        boolean found = false;
        for (Rule rule : rules.reversed()) {
            Set<Condition> unmet = rule.unmet(subject, action, image);
            if (unmet.isEmpty()) {
                if (found) {
                    shadowed.add(rule);
                }
                found = true;
            } else if (!found && unmet.size() == 1 && wouldChange(decision, rule)) {
                near.add(new Explanation.NearMiss(rule, unmet.iterator().next()));
            }
        }
        return new Explanation(decision, fitting, shadowed, near, unheard(decision));
    }

    private Decision decide(Optional<Rule> fitting) {
        Decision decision = Decision.by(fitting).consulting(subject.manifest(), action, image);
        return remembered.map(decision::recalling).orElse(decision);
    }

    private boolean wouldChange(Decision decision, Rule rule) {
        return decide(Optional.of(rule)).effect() != decision.effect();
    }

    private List<Basis> unheard(Decision decision) {
        List<Basis> unheard = new ArrayList<>();
        if (!decision.allows()) {
            subject.manifest()
                    .entryFor(action, image)
                    .map(Basis.OfManifest::new)
                    .ifPresent(unheard::add);
        }
        remembered
                .filter(answer -> saysOtherwise(answer.answer(), decision))
                .map(Basis.OfGrant::new)
                .ifPresent(unheard::add);
        return unheard;
    }

    private static boolean saysOtherwise(Remembered.Answer answer, Decision decision) {
        return switch (answer) {
            case ALWAYS -> !decision.allows();
            case NEVER -> decision.effect() != Effect.DENY;
            case ASK -> false;
        };
    }
}
