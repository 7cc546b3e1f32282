package org.vitrine.client;

import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.Buffer;
import org.vitrine.fd.BorrowedFd;
import org.vitrine.fd.FdInspector;
import org.vitrine.fd.InspectedFd;

/** Holds the storage of one buffer that this process made, until closed. Safe for use by many threads. */
public interface AllocatedBuffer extends AutoCloseable {
    /** Returns the buffer. Its descriptors are closed with this object. */
    Buffer<BorrowedFd> buffer();

    /** Returns what the storage of the first plane is, as its consumers see it too. */
    default InspectedFd storage() {
        return FdInspector.inspect(buffer().planes().getFirst().fd());
    }

    /**
     * Begins drawing by the processor. Waits for a GPU that still uses the buffer.
     *
     * @return the caller's to close, before this buffer is closed
     * @throws VitrineException NOT_SUPPORTED if only a GPU can draw into it, or the driver refuses to map it
     */
    PixelAccess beginDrawing();

    /** Frees the storage; consumers keep what they hold. Close once. */
    @Override
    void close();
}
