package org.vitrine.wire;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.vitrine.fd.BorrowedFd;
import org.vitrine.fd.OwnedFd;

/**
 * Look at, or take, a descriptor that came with a message.
 *
 * <p>The message owns it. What nobody takes is closed when the reply is written, when the call fails, or after five
 * seconds, on the thread for foreign descriptors. Safe from any thread.
 */
public final class ReceivedFd {
    private final AtomicReference<@Nullable OwnedFd> held;

    /** Wrap a descriptor just received; used by the transport. */
    public ReceivedFd(OwnedFd fd) {
        this.held = new AtomicReference<>(fd);
    }

    /**
     * Look at the descriptor while the message still owns it.
     *
     * @throws IllegalStateException if it was taken or closed
     */
    public BorrowedFd borrow() {
        OwnedFd fd = held.get();
        if (fd == null) {
            throw gone();
        }
        return fd.borrow();
    }

    /**
     * Take the descriptor; the caller closes it from now on.
     *
     * @throws IllegalStateException if it was taken or closed
     */
    public OwnedFd take() {
        OwnedFd fd = held.getAndSet(null);
        if (fd == null) {
            throw gone();
        }
        return fd;
    }

    /** Take the descriptor if it is still there: null if it was taken or closed. Used by the transport to close it. */
    public @Nullable OwnedFd takeIfHeld() {
        return held.getAndSet(null);
    }

    private static IllegalStateException gone() {
        return new IllegalStateException("The descriptor was taken, or closed with its message");
    }
}
