package org.vitrine.policy;

import java.util.Optional;

/** Tells the broker's own user from every other one. */
public enum User {
    /** The user that the broker runs as. */
    OWN("own"),
    /** Anyone else on the same bus. */
    OTHER("other");

    private final String word;

    User(String word) {
        this.word = word;
    }

    /** Returns the word for it in rule files. */
    public String word() {
        return word;
    }

    static Optional<User> ofWord(String word) {
        return Words.find(values(), User::word, word);
    }
}
