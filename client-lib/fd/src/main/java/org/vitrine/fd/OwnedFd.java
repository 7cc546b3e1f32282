package org.vitrine.fd;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Owns a file descriptor: whoever holds it closes it, once, or hands it on.
 *
 * <table>
 * <caption>What becomes of the descriptor</caption>
 * <tr><th>call</th><th>this object</th><th>the descriptor</th></tr>
 * <tr><td>{@link #close()}</td><td>spent</td><td>closed, once no call is using it</td></tr>
 * <tr><td>{@link #steal()}</td><td>spent; closing it does nothing</td><td>owned by the result</td></tr>
 * <tr><td>{@link #borrow()}</td><td>owner</td><td>usable by the borrower until closed</td></tr>
 * <tr><td>{@link #dup()}</td><td>owner</td><td>a second one is owned by the result</td></tr>
 * </table>
 *
 * <p>Safe for use by many threads. Nothing is closed by the garbage collector.
 */
public final class OwnedFd implements Fd, AutoCloseable {
    private enum State {
        OWNER,
        STOLEN,
        CLOSED
    }

    private final Descriptor descriptor;
    private final AtomicReference<State> state = new AtomicReference<>(State.OWNER);

    OwnedFd(Descriptor descriptor) {
        this.descriptor = descriptor;
    }

    @Override
    public BorrowedFd borrow() {
        return new BorrowedFd(descriptor());
    }

    @Override
    public OwnedFd dup() {
        return descriptor().dup();
    }

    /**
     * Moves the descriptor out: the result owns it, and closing this object does nothing any more.
     *
     * <p>So a method can open a descriptor in a {@code try} with resources, work on it, and return {@code fd.steal()}.
     * What was borrowed stays valid.
     *
     * @return owned by the caller
     * @throws IllegalStateException if this object is no longer the owner
     */
    public OwnedFd steal() {
        if (!state.compareAndSet(State.OWNER, State.STOLEN)) {
            throw new IllegalStateException("The descriptor is no longer owned here");
        }
        return new OwnedFd(descriptor);
    }

    /**
     * Closes the descriptor: at once, or on {@link ClosingThread} when the last call that uses it has returned.
     *
     * <p>May block on a descriptor that a peer made (a FUSE file, a socket that lingers): give such to
     * {@link ClosingThread}. Closing a second time is a mistake: it throws when {@link FdLedger#beStrict(boolean)} is
     * on, and is counted and harmless otherwise.
     */
    @Override
    public void close() {
        switch (state.getAndUpdate(now -> now == State.OWNER ? State.CLOSED : now)) {
            case OWNER -> descriptor.close();
            case CLOSED -> FdLedger.closedTwice();
            case STOLEN -> {}
        }
    }

    @Override
    public boolean isOpen() {
        return state.get() == State.OWNER;
    }

    Descriptor descriptor() {
        if (state.get() != State.OWNER) {
            throw new IllegalStateException("The descriptor is no longer owned here");
        }
        return descriptor;
    }

    @Override
    public String toString() {
        return "OwnedFd[" + (isOpen() ? descriptor : "spent") + "]";
    }
}
