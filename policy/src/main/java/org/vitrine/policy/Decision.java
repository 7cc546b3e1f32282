package org.vitrine.policy;

import java.util.Objects;
import java.util.Optional;

/**
 * Answers one question, and says which rule did.
 *
 * @param effect the answer
 * @param rule the rule that decided; empty if none fitted, and then the answer is deny
 */
public record Decision(Effect effect, Optional<Rule> rule) {
    /** The answer where no rule fits. */
    public static final Decision BY_DEFAULT = new Decision(Effect.DENY, Optional.empty());

    public Decision {
        Objects.requireNonNull(effect);
        Objects.requireNonNull(rule);
    }

    static Decision by(Rule rule) {
        return new Decision(rule.effect(), Optional.of(rule));
    }

    /** Returns whether the answer is allow. */
    public boolean allows() {
        return effect == Effect.ALLOW;
    }

    /** Returns the deciding rule's name; empty if it was the default. */
    public String ruleName() {
        return rule.map(Rule::name).orElse("");
    }
}
