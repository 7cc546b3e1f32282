package org.vitrine.policy;

import java.util.List;

/**
 * Answers who may do what, by ordered rules of which the last fitting one decides.
 *
 * <p>Immutable. A decision takes microseconds with ten thousand rules.
 */
public final class Policy {
    private final List<Rule> rules;
    private final RuleIndex index;

    /**
     * Puts rules in force.
     *
     * @param rules the rules, weakest first
     */
    public Policy(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        this.index = new RuleIndex(this.rules);
    }

    /** Returns the rules, weakest first. */
    public List<Rule> rules() {
        return rules;
    }

    /** Decides about one image. Where no rule fits, the answer is deny. */
    public Decision decide(Subject subject, Action action, ImageFacts image) {
        int number = index.lastFitting(subject, action, image);
        return number == RuleIndex.NONE ? Decision.BY_DEFAULT : Decision.by(rules.get(number));
    }

    /** Decides as {@link #decide} does, and tells why. Looks at every rule: not for each call of a busy program. */
    public Explanation explain(Subject subject, Action action, ImageFacts image) {
        return new Explainer(subject, action, image).explain(rules, decide(subject, action, image));
    }

    /**
     * Decides whether there can be any image that the subject may produce, before one is known.
     *
     * <p>A rule about certain images that does not deny is enough; one that denies certain images says nothing here.
     */
    public Decision decideOnProducing(Subject subject) {
        for (int i = rules.size() - 1; i >= 0; i--) {
            Rule rule = rules.get(i);
            boolean decides = rule.images().fitsAll() || rule.effect() != Effect.DENY;
            if (decides && rule.fits(subject, Action.PRODUCE)) {
                return Decision.by(rule);
            }
        }
        return Decision.BY_DEFAULT;
    }
}
