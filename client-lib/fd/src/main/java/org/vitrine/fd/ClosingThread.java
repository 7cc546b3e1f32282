package org.vitrine.fd;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
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

    private static final ClosingThread INSTANCE = new ClosingThread(OwnedFd::close);

    private final Consumer<OwnedFd> closer;

    private final BlockingQueue<OwnedFd> arrived = new LinkedBlockingQueue<>();
    private final SynchronousQueue<OwnedFd> handedOver = new SynchronousQueue<>();
    private final AtomicInteger pending = new AtomicInteger();
    private final AtomicInteger workers = new AtomicInteger();

    ClosingThread(Consumer<OwnedFd> closer) {
        this.closer = closer;
        start("vitrine-closing", this::distribute);
    }

    /** Closes a descriptor soon; takes it over, never blocks. */
    public static void closeLater(OwnedFd fd) {
        INSTANCE.take(fd.steal());
    }

    /** Returns how many closes are waiting or under way; one that stays high tells of peers that block them. */
    public static int pendingCount() {
        return INSTANCE.pending();
    }

    void take(OwnedFd fd) {
        pending.incrementAndGet();
        arrived.add(fd);
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

    private void handOver(OwnedFd fd) throws InterruptedException {
        long patienceMs = workers.get() == 0 ? 0 : PATIENCE_MS;
        if (handedOver.offer(fd, patienceMs, TimeUnit.MILLISECONDS)) {
            return;
        }
        if (workers.get() < MAX_WORKERS) {
            workers.incrementAndGet();
            start("vitrine-closing-worker", () -> work(fd));
        } else {
            handedOver.put(fd);
        }
    }

    private void work(OwnedFd first) {
        try {
            OwnedFd fd = first;
            while (fd != null) {
                close(fd);
                fd = handedOver.poll(IDLE_MS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException ignored) {
            LOG.debug("Nobody has a reason to interrupt this thread");
        } finally {
            workers.decrementAndGet();
        }
    }

    private void close(OwnedFd fd) {
        try {
            closer.accept(fd);
        } catch (RuntimeException mistake) {
            LOG.error("A descriptor could not be closed", mistake);
        } finally {
            pending.decrementAndGet();
        }
    }
}
