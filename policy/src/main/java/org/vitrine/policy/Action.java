package org.vitrine.policy;

import java.util.Optional;

/** Lists what a program can do with an image. */
public enum Action {
    /** Advertise it. */
    PRODUCE("produce"),
    /** Learn that it exists, and read its metadata. */
    LIST("list"),
    /** Get its buffers to look at. */
    READ("read"),
    /** Get its buffers to draw into. */
    WRITE("write");

    private final String word;

    Action(String word) {
        this.word = word;
    }

    /** Returns the word for it in rule files and on D-Bus. */
    public String word() {
        return word;
    }

    /** Returns whether a person can be asked about it. Nobody can be asked about each line of a list. */
    public boolean canBeAsked() {
        return this == READ || this == WRITE;
    }

    static Optional<Action> ofWord(String word) {
        return Words.find(values(), Action::word, word);
    }
}
