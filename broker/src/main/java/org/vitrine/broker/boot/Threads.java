package org.vitrine.broker.boot;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.broker.registry.StateLock;

/** Owns the threads of a broker besides its buses'. All are daemons. */
final class Threads implements AutoCloseable {
    private static final int READERS = 4;
    private static final int WAITING_READS = 1024;
    private static final Duration WAIT_FOR_BUFFERS = Duration.ofSeconds(10);

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("vitrine-timer").factory());
    private final ThreadPoolExecutor readers = new ThreadPoolExecutor(
            READERS,
            READERS,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING_READS),
            Thread.ofPlatform().daemon().name("vitrine-reader-", 0).factory());

    Threads() {
        timer.setRemoveOnCancelPolicy(true);
        readers.allowCoreThreadTimeOut(true);
    }

    /** Runs what reads files, which can be slow. */
    Executor readers() {
        return readers;
    }

    /** Fails a stage that is still open when a producer has had time enough to give buffers. */
    void failLater(CompletableFuture<?> stage, StateLock lock) {
        VitrineException late =
                new VitrineException(ErrorName.TIMEOUT, "The producer gave no buffers in time: try again later");
        Future<?> alarm = timer.schedule(
                () -> lock.run(() -> stage.completeExceptionally(late)),
                WAIT_FOR_BUFFERS.toMillis(),
                TimeUnit.MILLISECONDS);
        var _ = stage.whenComplete((_, _) -> alarm.cancel(false));
    }

    @Override
    public void close() {
        timer.shutdownNow();
        readers.shutdownNow();
    }
}
