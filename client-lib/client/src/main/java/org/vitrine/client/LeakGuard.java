package org.vitrine.client;

import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Frees what an object holds, once: when its owner closes it, or with a warning when the owner has lost it unclosed.
 *
 * <p>The garbage collector decides when that warning comes, if ever; it is a help to find a mistake, not a way to free.
 */
final class LeakGuard {
    private static final Logger LOG = LoggerFactory.getLogger(LeakGuard.class);
    private static final Cleaner CLEANER =
            Cleaner.create(Thread.ofPlatform().daemon().name("vitrine-leaks").factory());

    private final Held held;
    private final Cleaner.Cleanable cleanable;

    private LeakGuard(Object owner, Held held) {
        this.held = held;
        this.cleanable = CLEANER.register(owner, held);
    }

    /**
     * Watches over an object.
     *
     * @param release frees what the object holds; must not refer to the object, or it is never lost
     */
    static LeakGuard over(Object owner, Runnable release) {
        String kind = owner.getClass().getSimpleName();
        return new LeakGuard(owner, new Held(release, new Throwable("The " + kind + " was made here"), kind));
    }

    boolean isClosed() {
        return held.released.get();
    }

    /** Frees at once; does nothing the second time. */
    void close() {
        try {
            held.releaseOnce();
        } finally {
            cleanable.clean();
        }
    }

    private static final class Held implements Runnable {
        private final AtomicBoolean released = new AtomicBoolean();
        private final Runnable release;
        private final Throwable origin;
        private final String kind;

        private Held(Runnable release, Throwable origin, String kind) {
            this.release = release;
            this.origin = origin;
            this.kind = kind;
        }

        private boolean releaseOnce() {
            boolean first = released.compareAndSet(false, true);
            if (first) {
                release.run();
            }
            return first;
        }

        @Override
        public void run() {
            if (!released.get()) {
                LOG.warn("A {} was never closed. Use try-with-resources", kind, origin);
                releaseOnce();
            }
        }
    }
}
