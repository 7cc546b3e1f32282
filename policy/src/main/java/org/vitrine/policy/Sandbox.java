package org.vitrine.policy;

import java.util.Optional;

/** Names the kind of sandbox that a program runs in. */
public enum Sandbox {
    /** No sandbox that Vitrine knows. */
    NONE("none"),
    /** Flatpak, established from {@code /.flatpak-info} in the program's own root. */
    FLATPAK("flatpak"),
    /** Snap, established from the control group that snapd puts the program into. */
    SNAP("snap");

    private final String word;

    Sandbox(String word) {
        this.word = word;
    }

    /** Returns the word for it in rule files and at the admin door. */
    public String word() {
        return word;
    }

    static Optional<Sandbox> ofWord(String word) {
        return Words.find(values(), Sandbox::word, word);
    }
}
