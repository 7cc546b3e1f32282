package org.vitrine.gpu.gbm;

import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicBoolean;

/** Keeps a native GBM device alive until closed. Safe for use by many threads. */
public final class GbmHold implements AutoCloseable {
    private final MemorySegment address;
    private final Runnable release;
    private final AtomicBoolean open = new AtomicBoolean(true);

    GbmHold(MemorySegment address, Runnable release) {
        this.address = address;
        this.release = release;
    }

    /**
     * Returns the {@code struct gbm_device}, as EGL's GBM platform wants it.
     *
     * @throws IllegalStateException if this is closed
     */
    public MemorySegment address() {
        if (!open.get()) {
            throw new IllegalStateException("The GBM device is no longer held");
        }
        return address;
    }

    /**
     * Lets go.
     *
     * @throws IllegalStateException if it is closed already
     */
    @Override
    public void close() {
        if (!open.compareAndSet(true, false)) {
            throw new IllegalStateException("The GBM device is no longer held");
        }
        release.run();
    }
}
