package org.vitrine.policy;

import java.util.Optional;

/** Lists what a rule can say. */
public enum Effect {
    ALLOW("allow"),
    DENY("deny"),
    /** Leave it to the person in front of the screen. */
    ASK("ask");

    private final String word;

    Effect(String word) {
        this.word = word;
    }

    /** Returns the word for it in rule files and on D-Bus. */
    public String word() {
        return word;
    }

    static Optional<Effect> ofWord(String word) {
        return Words.find(values(), Effect::word, word);
    }
}
