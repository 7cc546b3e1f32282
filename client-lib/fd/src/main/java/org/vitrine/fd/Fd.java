package org.vitrine.fd;

/**
 * Stands for an open file descriptor of this process.
 *
 * <p>{@link OwnedFd} must be closed by whoever holds it; {@link BorrowedFd} can't be. Both are safe for use by many
 * threads: a call under way keeps the descriptor's number from being reused, even while its owner closes it.
 */
public sealed interface Fd permits OwnedFd, BorrowedFd {
    /**
     * Lends the descriptor. The owner stays the owner.
     *
     * @throws IllegalStateException if it is closed
     */
    BorrowedFd borrow();

    /**
     * Duplicates the descriptor (close-on-exec); both are then closed independently. Doesn't block.
     *
     * @return owned by the caller
     * @throws IllegalStateException if it is closed
     * @throws SystemCallException {@link Errno#EMFILE} if the process has no number left
     */
    OwnedFd dup();

    /** Tells whether the descriptor is still open; another thread may close it right after. */
    boolean isOpen();
}
