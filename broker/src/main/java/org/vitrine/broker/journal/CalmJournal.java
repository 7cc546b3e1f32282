package org.vitrine.broker.journal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.vitrine.api.dbus.UniqueName;
import org.vitrine.policy.Action;

/**
 * Keeps one program from filling the journal: of entries that are alike it passes a few on within ten seconds, and then
 * one that says how many more there were. Safe from any thread.
 */
public final class CalmJournal implements Journal, AutoCloseable {
    /** How many entries that are alike are passed on in {@link #SPAN}. */
    static final int PASSED_ON = 16;

    static final Duration SPAN = Duration.ofSeconds(10);

    /** How many kinds of entries are followed; beyond it the one that began first is told of and forgotten. */
    static final int MOST_KINDS = 1024;

    private static final long ANY_IMAGE = 0;

    private final Journal journal;
    private final InstantSource clock;
    private final Map<Kind, Run> runs = new LinkedHashMap<>();

    /** Passes entries on to a journal, which stays the caller's. */
    public CalmJournal(Journal journal, InstantSource clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /** What entries that are alike have in common. */
    private record Kind(UniqueName who, long image, Action action, String what) {}

    /** Follows entries of one kind. */
    private static final class Run {
        private final Instant end;
        private int passedOn;
        private long more;
        private JournalEntry last;

        Run(Instant end, JournalEntry first) {
            this.end = end;
            this.last = first;
        }
    }

    private static Optional<Kind> kind(JournalEntry entry) {
        return switch (entry) {
            case JournalEntry.Decided decided ->
                Optional.of(new Kind(decided.caller().name(), imageOf(decided), decided.action(), decided.outcome()));
            case JournalEntry.Delivered delivered ->
                Optional.of(new Kind(
                        delivered.caller().name(), delivered.image().serial(), delivered.access(), "delivered"));
            case JournalEntry.Ended _, JournalEntry.Changed _, JournalEntry.Repeated _ -> Optional.empty();
        };
    }

    /** Each image that a producer advertises is another one, and all of them are alike. */
    private static long imageOf(JournalEntry.Decided decided) {
        return decided.action() == Action.PRODUCE ? ANY_IMAGE : decided.image().serial();
    }

    @Override
    public void note(JournalEntry entry) {
        Optional<Kind> kind = kind(entry);
        if (kind.isEmpty() || isPassedOn(kind.get(), entry)) {
            journal.note(entry);
        }
    }

    private synchronized boolean isPassedOn(Kind kind, JournalEntry entry) {
        Instant now = clock.instant();
        Run present = runs.get(kind);
        if (present == null || !now.isBefore(present.end)) {
            end(kind);
            makeRoom();
            present = new Run(now.plus(SPAN), entry);
            runs.put(kind, present);
        }
        if (present.passedOn < PASSED_ON) {
            present.passedOn++;
            return true;
        }
        present.more++;
        present.last = entry;
        return false;
    }

    private void makeRoom() {
        if (runs.size() >= MOST_KINDS) {
            end(runs.keySet().iterator().next());
        }
    }

    private void end(Kind kind) {
        Run over = runs.remove(kind);
        if (over != null && over.more > 0) {
            journal.note(new JournalEntry.Repeated(over.last, over.more));
        }
    }

    /** Tells of what is over. To be called now and then. */
    public synchronized void sweep() {
        Instant now = clock.instant();
        List.copyOf(runs.entrySet()).stream()
                .filter(run -> !now.isBefore(run.getValue().end))
                .forEach(run -> end(run.getKey()));
    }

    @Override
    public long last() {
        return journal.last();
    }

    @Override
    public CompletionStage<Page> read(long after, int most) {
        return journal.read(after, most);
    }

    /** Tells of all that was held back. */
    @Override
    public synchronized void close() {
        List.copyOf(runs.keySet()).forEach(this::end);
    }
}
