package org.vitrine.broker.door;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.vitrine.broker.journal.Journal;
import org.vitrine.broker.journal.JournalEntry;

/** Keeps entries in memory. */
final class FakeJournal implements Journal {
    private final List<JournalEntry> entries = new CopyOnWriteArrayList<>();

    List<JournalEntry> entries() {
        return entries;
    }

    @Override
    public void note(JournalEntry entry) {
        entries.add(entry);
    }

    @Override
    public long last() {
        return entries.size();
    }

    @Override
    public CompletionStage<Page> read(long after, int most) {
        List<String> lines =
                entries.stream().skip(after).limit(most).map(Object::toString).toList();
        return CompletableFuture.completedFuture(new Page(after + lines.size(), lines));
    }
}
