package org.vitrine.broker.consent;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs tasks on a daemon thread of its own. Safe from any thread. */
public final class ConsentThread implements Later, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ConsentThread.class);
    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("vitrine-consent").factory());

    /** Starts no thread before there is a task. */
    public ConsentThread() {
        thread.setRemoveOnCancelPolicy(true);
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public void run(Runnable task) {
        try {
            thread.execute(guarded(task));
        } catch (RejectedExecutionException e) {
            LOG.debug("A task came after the end");
        }
    }

    @Override
    public Alarm after(Duration time, Runnable task) {
        try {
            Future<?> alarm = thread.schedule(guarded(task), time.toMillis(), TimeUnit.MILLISECONDS);
            return () -> alarm.cancel(false);
        } catch (RejectedExecutionException e) {
            LOG.debug("An alarm came after the end");
            return () -> {};
        }
    }

    private static Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.error("A task of the consent thread failed", e);
            }
        };
    }

    /** Runs what waits, then ends the thread. Blocks for 1 s at most. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
