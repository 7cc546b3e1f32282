package org.vitrine.policy;

import java.util.Optional;

/** Tells how sure it is that a program is the one it was taken for. */
public enum Evidence {
    /** The bus pinned the process with a pidfd, so it can't be another one. */
    STRONG("strong"),
    /** The bus gave a process id alone. */
    WEAK("weak");

    private final String word;

    Evidence(String word) {
        this.word = word;
    }

    /** Returns the word for it in rule files and at the admin door. */
    public String word() {
        return word;
    }

    static Optional<Evidence> ofWord(String word) {
        return Words.find(values(), Evidence::word, word);
    }
}
