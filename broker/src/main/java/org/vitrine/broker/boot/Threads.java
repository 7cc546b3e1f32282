package org.vitrine.broker.boot;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.broker.identity.ReadingLanes;
import org.vitrine.broker.registry.Alarm;
import org.vitrine.broker.registry.StateLock;

/** Owns the threads of a broker besides its buses'. All are daemons. */
final class Threads implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Threads.class);
    private static final int READERS = 4;
    private static final int WAITING_READS = 1024;
    private static final int WAITING_SLOW_READS = 64;

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("vitrine-timer").factory());
    private final ThreadPoolExecutor readers = pool("vitrine-reader-", WAITING_READS);
    private final ThreadPoolExecutor slowReaders = pool("vitrine-slow-reader-", WAITING_SLOW_READS);

    Threads() {
        timer.setRemoveOnCancelPolicy(true);
    }

    private static ThreadPoolExecutor pool(String name, int waiting) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                READERS,
                READERS,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(waiting),
                Thread.ofPlatform().daemon().name(name, 0).factory());
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** Runs what reads files, which can be slow. */
    Executor readers() {
        return readers;
    }

    /** Runs what looks at processes. */
    ReadingLanes lanes() {
        return new ReadingLanes(readers, slowReaders);
    }

    /** Does something again and again, also after it failed. */
    void every(Duration period, Runnable work) {
        var _ = timer.scheduleWithFixedDelay(
                guarded(work), period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Runnable guarded(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.error("What is done now and then failed", e);
            }
        };
    }

    /** Does things later, with the lock held. */
    Alarm alarm(StateLock lock) {
        return (delay, work) -> {
            Future<?> set = timer.schedule(() -> lock.run(work), delay.toMillis(), TimeUnit.MILLISECONDS);
            return () -> set.cancel(false);
        };
    }

    @Override
    public void close() {
        timer.shutdownNow();
        readers.shutdownNow();
        slowReaders.shutdownNow();
    }
}
