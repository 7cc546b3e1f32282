package org.vitrine.fd;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes foreign descriptors away from the threads that must not wait.
 *
 * <p>Closing a FUSE file whose server hangs, or a socket that lingers, may block for ever. Each close is handed to a
 * worker; if none takes it within {@value #PATIENCE_MS} ms, all are stuck and another is started, up to
 * {@value #MAX_WORKERS}. All are daemon threads. Safe for use by many threads.
 */
public final class ClosingThread {
    private static final Logger LOG = LoggerFactory.getLogger(ClosingThread.class);
    private static final int MAX_WORKERS = 32;
    private static final long PATIENCE_MS = 50;
    private static final long IDLE_MS = 10_000;
    private static final long STACK_BYTES = 256 * 1024;

    private static final ClosingThread INSTANCE = new ClosingThread();

    private final BlockingQueue<Runnable> arrived = new LinkedBlockingQueue<>();
    private final SynchronousQueue<Runnable> handedOver = new SynchronousQueue<>();
    private final AtomicInteger pending = new AtomicInteger();
    private final AtomicInteger workers = new AtomicInteger();

    ClosingThread() {
        start("vitrine-closing", this::distribute);
    }

    /** Closes a descriptor soon; takes it over, never blocks. */
    public static void closeLater(OwnedFd fd) {
        OwnedFd taken = fd.steal();
        INSTANCE.take(taken::close);
    }

    /** Runs a close that became due on a thread that must not wait for it. */
    static void runLater(Runnable close) {
        INSTANCE.take(close);
    }

    /** Returns how many closes are waiting or under way; one that stays high tells of peers that block them. */
    public static int pendingCount() {
        return INSTANCE.pending();
    }

    void take(Runnable close) {
        pending.incrementAndGet();
        arrived.add(close);
    }

    int pending() {
        return pending.get();
    }

    private static void start(String name, Runnable task) {
        Thread thread = new Thread(null, task, name, STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
    }

    private void distribute() {
        while (true) {
            try {
                handOver(arrived.take());
            } catch (InterruptedException ignored) {
                LOG.debug("Nobody has a reason to interrupt this thread");
            }
        }
    }

    private void handOver(Runnable close) throws InterruptedException {
        while (!handedOver.offer(close, workers.get() == 0 ? 0 : PATIENCE_MS, TimeUnit.MILLISECONDS)) {
            if (workers.get() < MAX_WORKERS) {
                workers.incrementAndGet();
                start("vitrine-closing-worker", () -> work(close));
                return;
            }
        }
    }

    private void work(Runnable first) {
        try {
            Runnable close = first;
            while (close != null) {
                run(close);
                close = handedOver.poll(IDLE_MS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException ignored) {
            LOG.debug("Nobody has a reason to interrupt this thread");
        } finally {
            workers.decrementAndGet();
        }
    }

    private void run(Runnable close) {
        try {
            close.run();
        } catch (RuntimeException mistake) {
            LOG.error("A descriptor could not be closed", mistake);
        } finally {
            pending.decrementAndGet();
        }
    }
}
