package org.vitrine.wire;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Run things on the reader thread, which waits in {@code recvmsg}: others queue their task and wake it by a question to
 * the driver, whose answer it reads. That spares the ordinary message a second system call.
 */
final class ReaderTasks implements Executor {
    private static final Logger LOG = LoggerFactory.getLogger(ReaderTasks.class);

    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final Runnable wake;
    private volatile @Nullable Thread reader;

    ReaderTasks(Runnable wake) {
        this.wake = wake;
    }

    @Override
    public void execute(Runnable task) {
        if (Thread.currentThread().equals(reader)) {
            task.run();
        } else {
            waiting.add(task);
            wake.run();
        }
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("A task failed on the reader thread", e);
        }
    }

    /** Run what waits; called by the reader thread with every message. */
    void runWaiting() {
        if (reader == null) {
            reader = Thread.currentThread();
        }
        for (Runnable task = waiting.poll(); task != null; task = waiting.poll()) {
            run(task);
        }
    }
}
