package org.vitrine.policy;

import java.util.List;
import java.util.Optional;

/**
 * Answers who may do what. Of ordered rules the last fitting one is heard first. What it leaves open, by asking or
 * where none fits, the application's manifest may allow; what that leaves open, the user may have answered before, see
 * {@link Decision#recalling}.
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

    /** Decides about one image. Where nothing fits, the answer is deny. */
    public Decision decide(Subject subject, Action action, ImageFacts image) {
        return Decision.by(fitting(subject, action, image)).consulting(subject.manifest(), action, image);
    }

    private Optional<Rule> fitting(Subject subject, Action action, ImageFacts image) {
        int number = index.lastFitting(subject, action, image);
        return number == RuleIndex.NONE ? Optional.empty() : Optional.of(rules.get(number));
    }

    /** Explains a decision for which nothing is remembered. */
    public Explanation explain(Subject subject, Action action, ImageFacts image) {
        return explain(subject, action, image, Optional.empty());
    }

    /**
     * Decides as {@link #decide} and {@link Decision#recalling} do, and tells why. Looks at every rule: not for each
     * call of a busy program.
     */
    public Explanation explain(Subject subject, Action action, ImageFacts image, Optional<Remembered> remembered) {
        return new Explainer(subject, action, image, remembered).explain(rules, fitting(subject, action, image));
    }

    /**
     * Decides whether there can be any image that the subject may produce, before one is known.
     *
     * <p>A rule about certain images that does not deny is enough; one that denies certain images says nothing here.
     */
    public Decision decideOnProducing(Subject subject) {
        return Decision.by(lastOnProducing(subject)).consulting(subject.manifest()::entryForProducing);
    }

    private Optional<Rule> lastOnProducing(Subject subject) {
        for (int i = rules.size() - 1; i >= 0; i--) {
            Rule rule = rules.get(i);
            boolean decides = rule.images().fitsAll() || rule.effect() != Effect.DENY;
            if (decides && rule.fits(subject, Action.PRODUCE)) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }
}
