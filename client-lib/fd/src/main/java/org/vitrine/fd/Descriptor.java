package org.vitrine.fd;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;

/**
 * Holds one descriptor number and lets nobody use it once it is closed.
 *
 * <p>Every call on the number happens between {@link #enter()} and {@link #leave()}. A close that comes meanwhile is
 * carried out after the last one has left, by {@link ClosingThread}, so a call can never reach a stranger that was
 * given the same number, and never ends up waiting for a close. Safe for use by many threads.
 */
final class Descriptor {
    private static final int CLOSED = 1 << 31;

    private final int number;

    /** How many calls are under way, and in the top bit whether it is closed. */
    private final AtomicInteger state = new AtomicInteger();

    Descriptor(int number) {
        if (number < 0) {
            throw new IllegalArgumentException("A descriptor number is not negative");
        }
        this.number = number;
        FdLedger.opened(this);
    }

    static Descriptor of(Fd fd) {
        return switch (fd) {
            case OwnedFd owned -> owned.descriptor();
            case BorrowedFd borrowed -> borrowed.descriptor();
        };
    }

    /** Makes a call on a descriptor's number, which stays open meanwhile. */
    static int call(Fd fd, IntUnaryOperator call) {
        Descriptor descriptor = of(fd);
        int number = descriptor.enter();
        try {
            return call.applyAsInt(number);
        } finally {
            descriptor.leave();
        }
    }

    /** Makes a call on a descriptor's number, which stays open meanwhile. */
    static long callForLong(Fd fd, IntToLongFunction call) {
        Descriptor descriptor = of(fd);
        int number = descriptor.enter();
        try {
            return call.applyAsLong(number);
        } finally {
            descriptor.leave();
        }
    }

    OwnedFd dup() {
        int own = enter();
        try {
            return RawFds.dup(own);
        } finally {
            leave();
        }
    }

    /** Returns the number and keeps it open until {@link #leave()}. */
    int enter() {
        int now;
        do {
            now = state.get();
            if (now < 0) {
                throw new IllegalStateException("The descriptor is closed");
            }
        } while (!state.compareAndSet(now, now + 1));
        return number;
    }

    void leave() {
        if (state.decrementAndGet() == CLOSED) {
            ClosingThread.runLater(this::closeNumber);
        }
    }

    /** Closes the number, now or when the last call on it is done. Called once, by the owner. */
    void close() {
        int before = state.getAndUpdate(now -> now | CLOSED);
        if (before == 0) {
            closeNumber();
        }
    }

    /**
     * Gives the number up without closing it.
     *
     * @throws IllegalStateException if it is closed, or a call is using it
     */
    int release() {
        if (!state.compareAndSet(0, CLOSED)) {
            throw new IllegalStateException("The descriptor is closed or in use");
        }
        FdLedger.closed(this);
        return number;
    }

    boolean isOpen() {
        return state.get() >= 0;
    }

    int number() {
        return number;
    }

    private void closeNumber() {
        FdLedger.closed(this);
        if (DescriptorCalls.close(number) == -Errno.EBADF.value()) {
            FdLedger.closedByAStranger();
        }
    }

    @Override
    public String toString() {
        return isOpen() ? Integer.toString(number) : "closed";
    }
}
