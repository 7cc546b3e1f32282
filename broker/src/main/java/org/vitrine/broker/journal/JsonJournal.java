package org.vitrine.broker.journal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;

/**
 * Keeps a journal in files, one line of JSON an entry, written by a thread of its own. Entries that find no room, or
 * that can't be written, are counted, and an entry says how many once there is room again. What was written outlives
 * the process; after a loss of power the last lines may be missing. Safe from any thread.
 */
public final class JsonJournal implements Journal, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JsonJournal.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final JournalLines lines;
    private final JournalFile file;
    private final Executor readers;
    private final InstantSource clock;
    private final BlockingQueue<Waiting> queue;
    private final AtomicLong lost = new AtomicLong();
    private final Thread writer;
    private volatile boolean open = true;
    private volatile long last;
    private boolean counted;
    private boolean failing;

    /**
     * Makes a journal that takes entries, and writes none before {@link #start}.
     *
     * @param readers runs what reads files
     */
    public JsonJournal(JournalSettings settings, Executor readers, InstantSource clock) {
        JournalFiles files = new JournalFiles(settings.file(), settings.files());
        this.lines = new JournalLines(files);
        this.file = new JournalFile(files, settings.maxFileBytes());
        this.readers = readers;
        this.clock = clock;
        this.queue = new ArrayBlockingQueue<>(settings.waiting());
        this.writer = Thread.ofPlatform().daemon().name("vitrine-journal").unstarted(this::write);
    }

    /** What waits to be written; no entry is the end. */
    private record Waiting(Instant time, @Nullable JournalEntry entry) {}

    /** Begins to write. Doesn't block. */
    public JsonJournal start() {
        writer.start();
        return this;
    }

    @Override
    public void note(JournalEntry entry) {
        if (!open || !queue.offer(new Waiting(clock.instant(), entry))) {
            lost.incrementAndGet();
        }
    }

    @Override
    public long last() {
        return last;
    }

    @Override
    public CompletionStage<Page> read(long after, int most) {
        try {
            return CompletableFuture.supplyAsync(() -> readNow(after, most), readers);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(unreadable(e));
        }
    }

    private Page readNow(long after, int most) {
        try {
            return lines.read(after, most);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static VitrineException unreadable(Exception cause) {
        return new VitrineException(ErrorName.FAILED, "The journal can't be read", cause);
    }

    /** Returns how many entries are lost and not yet told of. */
    long lostCount() {
        return lost.get();
    }

    private void write() {
        try {
            countOn();
        } catch (IOException e) {
            warn(e);
        }
        try {
            for (Waiting next = queue.take(); next.entry() != null; next = queue.take()) {
                append(next.time(), next.entry());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            file.close();
        }
    }

    private void append(Instant time, JournalEntry entry) {
        long missing = lost.getAndSet(0);
        long before = missing;
        try {
            countOn();
            if (before > 0) {
                append(last + 1, number -> JsonLine.ofLost(number, time, missing));
                before = 0;
            }
            append(last + 1, number -> JsonLine.of(number, time, entry));
            failing = false;
        } catch (IOException | RuntimeException e) {
            lost.addAndGet(before + 1);
            warn(e);
        }
    }

    private void append(long number, LongFunction<String> line) throws IOException {
        file.append(line.apply(number));
        last = number;
    }

    /** Goes on where an earlier broker ended. */
    private void countOn() throws IOException {
        if (!counted) {
            last = lines.last();
            counted = true;
        }
    }

    private void warn(Exception cause) {
        if (!failing) {
            LOG.atWarn().addKeyValue("cause", cause.toString()).log("The journal can't be written");
        }
        failing = true;
    }

    /** Writes what waits, and no more. Blocks for 4 s at most. */
    @Override
    public void close() {
        open = false;
        try {
            // not by interrupting: that would close the file under the writer
            if (queue.offer(new Waiting(clock.instant(), null), PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                writer.join(PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
