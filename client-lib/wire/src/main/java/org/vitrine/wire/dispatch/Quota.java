package org.vitrine.wire.dispatch;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Count what the unanswered calls of one sender, or of all, hold. Safe from any thread. */
final class Quota {
    private final int maxCalls;
    private final int maxFds;
    private final long maxBytes;
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger fds = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();

    Quota(int maxCalls, int maxFds, long maxBytes) {
        this.maxCalls = maxCalls;
        this.maxFds = maxFds;
        this.maxBytes = maxBytes;
    }

    boolean tryEnter(int callFds, int callBytes) {
        boolean callsFit = calls.incrementAndGet() <= maxCalls;
        boolean fdsFit = fds.addAndGet(callFds) <= maxFds;
        boolean bytesFit = bytes.addAndGet(callBytes) <= maxBytes;
        boolean fits = callsFit && fdsFit && bytesFit;
        if (!fits) {
            leave(callFds, callBytes);
        }
        return fits;
    }

    void leave(int callFds, int callBytes) {
        calls.decrementAndGet();
        fds.addAndGet(-callFds);
        bytes.addAndGet(-callBytes);
    }
}
