package org.vitrine.fd;

/**
 * Lends a file descriptor that somebody else closes.
 *
 * <p>Valid while the descriptor is open; afterwards every use throws {@link IllegalStateException} and never reaches
 * another file that was given the same number. Safe for use by many threads.
 */
public final class BorrowedFd implements Fd {
    private final Descriptor descriptor;

    BorrowedFd(Descriptor descriptor) {
        this.descriptor = descriptor;
    }

    @Override
    public BorrowedFd borrow() {
        if (!isOpen()) {
            throw new IllegalStateException("The descriptor is closed");
        }
        return this;
    }

    @Override
    public OwnedFd dup() {
        return descriptor.dup();
    }

    @Override
    public boolean isOpen() {
        return descriptor.isOpen();
    }

    Descriptor descriptor() {
        return descriptor;
    }

    @Override
    public String toString() {
        return "BorrowedFd[" + descriptor + "]";
    }
}
