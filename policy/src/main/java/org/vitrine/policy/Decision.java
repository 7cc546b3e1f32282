package org.vitrine.policy;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Answers one question, and says what the answer rests on.
 *
 * @param effect the answer
 * @param basis what it rests on
 * @param constraints what bounds an answer that is not deny
 */
public record Decision(Effect effect, Basis basis, Constraints constraints) {
    /** The answer where no rule fits. */
    public static final Decision BY_DEFAULT = new Decision(Effect.DENY, new Basis.OfDefault(), Constraints.NONE);

    public Decision {
        Objects.requireNonNull(effect);
        Objects.requireNonNull(basis);
        Objects.requireNonNull(constraints);
    }

    /** Decides by the last rule that fitted, or by default if none did. */
    static Decision by(Optional<Rule> fitting) {
        return fitting.map(Decision::by).orElse(BY_DEFAULT);
    }

    static Decision by(Rule rule) {
        return new Decision(rule.effect(), new Basis.OfRule(rule), rule.constraints());
    }

    /**
     * Returns what is decided once the application's manifest is consulted. Only what the rules left open is changed by
     * it: where they say ask, or where none fitted.
     */
    Decision consulting(Manifest manifest, Action action, ImageFacts image) {
        return consulting(() -> manifest.entryFor(action, image));
    }

    Decision consulting(Supplier<Optional<String>> manifestEntry) {
        boolean open = effect == Effect.ASK || basis instanceof Basis.OfDefault;
        return open
                ? manifestEntry
                        .get()
                        .map(entry -> new Decision(Effect.ALLOW, new Basis.OfManifest(entry), constraints))
                        .orElse(this)
                : this;
    }

    /**
     * Returns what is decided once it is known what the user said before. Only what is to be asked is changed by it.
     */
    public Decision recalling(Remembered remembered) {
        if (effect != Effect.ASK) {
            return this;
        }
        return switch (remembered.answer()) {
            case ALWAYS -> new Decision(Effect.ALLOW, new Basis.OfGrant(remembered), constraints);
            case NEVER -> new Decision(Effect.DENY, new Basis.OfGrant(remembered), constraints);
            case ASK -> this;
        };
    }

    /** Returns whether the answer is allow. */
    public boolean allows() {
        return effect == Effect.ALLOW;
    }

    /** Returns the deciding rule; empty if it was none. */
    public Optional<Rule> rule() {
        return basis instanceof Basis.OfRule(Rule rule) ? Optional.of(rule) : Optional.empty();
    }

    /** Returns the deciding rule's name; empty if it was none. */
    public String ruleName() {
        return rule().map(Rule::name).orElse("");
    }
}
