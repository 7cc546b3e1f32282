package org.vitrine.wire.transport;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Number the messages Vitrine sends itself: 2^31…2^32−1, so that they never meet dbus-java's, which begin at 1. Safe
 * from any thread.
 */
public final class SerialNumbers {
    private static final long FIRST = 0x8000_0000L;

    private final AtomicInteger last = new AtomicInteger();

    /** Take the next number. */
    public long next() {
        return FIRST | (last.incrementAndGet() & 0x7fff_ffffL);
    }

    /** Tell whether a reply to this number is ours, not dbus-java's. */
    public static boolean isOurs(long serial) {
        return serial >= FIRST;
    }
}
