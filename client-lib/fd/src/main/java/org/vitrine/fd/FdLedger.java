package org.vitrine.fd;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the descriptors that are owned now, for the whole process.
 *
 * <p>Tests end by proving that the count is what it was. With tracking on, each open descriptor also remembers where it
 * was made. Safe for use by many threads; never blocks.
 */
public final class FdLedger {
    private static final Logger LOG = LoggerFactory.getLogger(FdLedger.class);
    private static final AtomicInteger OPEN = new AtomicInteger();
    private static final AtomicLong CLOSED_TWICE = new AtomicLong();
    private static final AtomicLong CLOSED_BY_STRANGERS = new AtomicLong();
    private static final Map<Descriptor, Throwable> ORIGINS = new ConcurrentHashMap<>();

    private static volatile boolean strict = Boolean.getBoolean("org.vitrine.fd.strict");
    private static volatile boolean tracking = strict;

    private FdLedger() {}

    /** Returns how many descriptors are owned now; one whose close waits for a call under way still counts. */
    public static int openCount() {
        return OPEN.get();
    }

    /** Returns how often an {@link OwnedFd} was closed a second time since the start. */
    public static long closedTwiceCount() {
        return CLOSED_TWICE.get();
    }

    /** Returns how often an owned number had already been closed by code outside this package. */
    public static long closedByStrangersCount() {
        return CLOSED_BY_STRANGERS.get();
    }

    /**
     * Makes mistakes throw instead of only counting them; for tests. Also set at the start by
     * {@code -Dorg.vitrine.fd.strict=true}, which turns tracking on too.
     */
    public static void beStrict(boolean on) {
        strict = on;
    }

    /** Makes descriptors opened from now on remember their stack; for tests and for hunting leaks. */
    public static void trackOrigins(boolean on) {
        tracking = on;
    }

    /** Returns where each descriptor was made that is open now and was opened while tracking. */
    public static List<Throwable> origins() {
        return List.copyOf(ORIGINS.values());
    }

    static void opened(Descriptor descriptor) {
        OPEN.incrementAndGet();
        if (tracking) {
            ORIGINS.put(descriptor, new Throwable("Descriptor " + descriptor.number() + " was made here"));
        }
    }

    static void closed(Descriptor descriptor) {
        OPEN.decrementAndGet();
        ORIGINS.remove(descriptor);
    }

    static void closedTwice() {
        mistake(CLOSED_TWICE, "A descriptor was closed twice");
    }

    static void closedByAStranger() {
        mistake(CLOSED_BY_STRANGERS, "An owned descriptor had been closed by somebody else");
    }

    private static void mistake(AtomicLong count, String text) {
        count.incrementAndGet();
        if (strict) {
            throw new IllegalStateException(text);
        }
        LOG.error(text, new Throwable());
    }
}
