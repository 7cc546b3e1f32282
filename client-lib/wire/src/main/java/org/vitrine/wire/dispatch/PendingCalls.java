package org.vitrine.wire.dispatch;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.vitrine.api.error.ErrorName;

/** Know the calls that wait for their answer. Safe from any thread. */
final class PendingCalls {
    private record Entry(PendingCall call, long sinceNanos) {}

    private final Set<Entry> entries = ConcurrentHashMap.newKeySet();

    /** Keep a call in view until it is finished. */
    void track(PendingCall call) {
        if (!call.isFinished()) {
            entries.add(new Entry(call, System.nanoTime()));
        }
    }

    /** Forget finished calls, and close the untaken descriptors of those older than {@code age}. */
    void sweep(Duration age) {
        long now = System.nanoTime();
        entries.removeIf(entry -> entry.call().isFinished());
        for (Entry entry : entries) {
            if (now - entry.sinceNanos() > age.toNanos()) {
                entry.call().arrival().fds().closeUntaken();
            }
        }
    }

    /** Answer every call that still waits. */
    void failAll(ErrorName name, String text) {
        for (Entry entry : entries) {
            entry.call().fail(name, text);
        }
        entries.clear();
    }
}
