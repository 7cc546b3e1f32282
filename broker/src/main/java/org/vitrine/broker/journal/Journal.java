package org.vitrine.broker.journal;

/** Takes down what happened. Never blocks, never fails; safe from any thread. */
@FunctionalInterface
public interface Journal {
    /** Takes nothing down. */
    Journal NONE = entry -> {};

    /** Takes an entry down. */
    void note(JournalEntry entry);
}
