package org.vitrine.gpu.drm;

import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Frees what an object holds, once: when its owner closes it, or with a warning when the owner has lost it unclosed.
 *
 * <p>The garbage collector decides when that warning comes, if ever.
 */
final class LeakWatch {
    private static final Logger LOG = LoggerFactory.getLogger(LeakWatch.class);
    private static final Cleaner CLEANER = Cleaner.create(
            Thread.ofPlatform().daemon().name("vitrine-drm-leaks").factory());

    private final Lost lost;
    private final Cleaner.Cleanable cleanable;

    private LeakWatch(Object owner, Lost lost) {
        this.lost = lost;
        cleanable = CLEANER.register(owner, lost);
    }

    /**
     * Watches over an object.
     *
     * @param release frees what the object holds; must not refer to the object, or it is never lost
     */
    static LeakWatch over(Object owner, Runnable release) {
        String kind = owner.getClass().getSimpleName();
        return new LeakWatch(owner, new Lost(kind, release, new Throwable("The " + kind + " was made here")));
    }

    boolean isReleased() {
        return lost.released.get();
    }

    /** Releases; returns false, and does nothing, if that was done before. */
    boolean release() {
        boolean first = lost.released.compareAndSet(false, true);
        if (first) {
            cleanable.clean();
            lost.release.run();
        }
        return first;
    }

    private record Lost(String kind, Runnable release, Throwable origin, AtomicBoolean released) implements Runnable {
        Lost(String kind, Runnable release, Throwable origin) {
            this(kind, release, origin, new AtomicBoolean());
        }

        @Override
        public void run() {
            if (released.compareAndSet(false, true)) {
                LOG.warn("A {} was never closed. Use try-with-resources", kind, origin);
                release.run();
            }
        }
    }
}
