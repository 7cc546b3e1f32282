package org.vitrine.policy;

import java.util.List;

/**
 * Answers who may do what, by ordered rules of which the last fitting one decides.
 *
 * @param rules the rules, weakest first
 */
public record Policy(List<Rule> rules) {
    public Policy {
        rules = List.copyOf(rules);
    }

    /** Decides about one image. Where no rule fits, the answer is deny. */
    public Decision decide(Subject subject, Action action, ImageFacts image) {
        for (int i = rules.size() - 1; i >= 0; i--) {
            Rule rule = rules.get(i);
            if (rule.fits(subject, action, image)) {
                return Decision.by(rule);
            }
        }
        return Decision.BY_DEFAULT;
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
