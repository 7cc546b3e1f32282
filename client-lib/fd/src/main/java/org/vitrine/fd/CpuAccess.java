package org.vitrine.fd;

/**
 * Keeps a dma-buf's memory ready for the processor until closed; see {@link DmaBuf}.
 *
 * <p>Borrows the descriptor and keeps it open meanwhile, even if its owner closes it. Close once, on any thread.
 */
public final class CpuAccess implements AutoCloseable {
    private final Descriptor descriptor;
    private final int number;
    private final long access;

    CpuAccess(Fd dmaBuf, long access) {
        this.access = access;
        descriptor = Descriptor.of(dmaBuf);
        number = descriptor.enter();
        try {
            DmaBuf.begin(number, access);
        } catch (RuntimeException refused) {
            descriptor.leave();
            throw refused;
        }
    }

    /** Ends the access; what was written becomes visible to the GPU. */
    @Override
    public void close() {
        try {
            DmaBuf.end(number, access);
        } finally {
            descriptor.leave();
        }
    }
}
