package org.vitrine.broker.journal;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Takes down what happened. Never blocks; safe from any thread. */
@FunctionalInterface
public interface Journal {
    /** Takes nothing down. */
    Journal NONE = entry -> {};

    /** Takes an entry down. Never fails. */
    void note(JournalEntry entry);

    /** Returns the number of the last entry that was written; 0 if there is none. */
    default long last() {
        return 0;
    }

    /**
     * Reads what is kept, away from the caller's thread.
     *
     * @param after only entries with greater numbers
     * @param most how many at most
     * @return fails with Failed if the files can't be read
     */
    default CompletionStage<Page> read(long after, int most) {
        return CompletableFuture.completedFuture(new Page(after, List.of()));
    }

    /**
     * Holds some entries.
     *
     * @param last the number of the last of them; where to go on if there is none
     * @param lines each a JSON object, oldest first
     */
    record Page(long last, List<String> lines) {
        public Page {
            lines = List.copyOf(lines);
        }
    }
}
