package org.vitrine.gpu.drm;

import org.vitrine.api.error.VitrineException;
import org.vitrine.fd.OwnedFd;

/**
 * Stands for one buffer on one {@link DrmDevice}. Every import of that buffer gives this object again; the buffer is
 * let go when each who got it has closed it.
 */
public final class GemHandle implements AutoCloseable {
    private final GemHandles handles;
    private final HeldHandle held;

    GemHandle(GemHandles handles, HeldHandle held) {
        this.handles = handles;
        this.held = held;
    }

    /**
     * Makes a PRIME descriptor of the buffer: a dma-buf for reading and writing.
     *
     * @return owned by the caller, close-on-exec; it keeps the buffer, not the handle
     * @throws VitrineException NOT_SUPPORTED if the driver can't export it, LIMITS_EXCEEDED if no number is left
     * @throws IllegalStateException if all holders, or the device, have been closed
     */
    public OwnedFd exportPrime() {
        return handles.export(held);
    }

    /** Tells whether somebody holds it still. */
    public boolean isOpen() {
        synchronized (handles) {
            return held.isHeld();
        }
    }

    /** Returns the kernel's number for it, never 0; means nothing once closed. */
    int number() {
        return held.number();
    }

    /**
     * Gives back one hold.
     *
     * @throws IllegalStateException if every hold was given back already
     */
    @Override
    public void close() {
        handles.release(held);
    }
}
