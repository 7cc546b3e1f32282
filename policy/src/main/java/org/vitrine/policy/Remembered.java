package org.vitrine.policy;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Recalls what the user said of an application and some images before.
 *
 * @param answer what was said
 * @param object the images it was said of, as the permission store names them
 */
public record Remembered(Answer answer, String object) {
    public Remembered {
        Objects.requireNonNull(answer);
        Objects.requireNonNull(object);
    }

    /** Lists what a user can have said. */
    public enum Answer {
        /** Let it in without asking. */
        ALWAYS,
        /** Ask each time. */
        ASK,
        /** Refuse without asking. */
        NEVER;

        /** Returns the word for it in files of cases. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Answer> ofWord(String word) {
            return Words.find(values(), Answer::word, word);
        }
    }
}
