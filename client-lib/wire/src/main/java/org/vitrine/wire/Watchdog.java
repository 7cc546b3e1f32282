package org.vitrine.wire;

import java.util.function.LongSupplier;

/**
 * Notice a bus that is connected but frozen: after a silence it is asked for a sign of life, and lost when none comes.
 * Used by the timer thread only, but for {@link #heard}.
 */
final class Watchdog {
    private final BusTimeouts timeouts;
    private final Runnable ask;
    private final Runnable lost;
    private final LongSupplier clockNanos;
    private volatile long messages;
    private long messagesSeen;
    private long quietSinceNanos;
    private boolean asked;

    Watchdog(BusTimeouts timeouts, Runnable ask, Runnable lost, LongSupplier clockNanos) {
        this.timeouts = timeouts;
        this.ask = ask;
        this.lost = lost;
        this.clockNanos = clockNanos;
        this.quietSinceNanos = clockNanos.getAsLong();
    }

    /** Note a message; called by the reader thread only. */
    void heard() {
        long count = messages;
        messages = count + 1;
    }

    /** Look at the time. */
    void tick() {
        long now = clockNanos.getAsLong();
        if (messages != messagesSeen) {
            messagesSeen = messages;
            quietSinceNanos = now;
            asked = false;
            return;
        }
        long quietNanos = now - quietSinceNanos;
        if (!asked && quietNanos >= timeouts.silence().toNanos()) {
            asked = true;
            ask.run();
        } else if (asked
                && quietNanos >= timeouts.silence().plus(timeouts.frozenBus()).toNanos()) {
            lost.run();
        }
    }
}
