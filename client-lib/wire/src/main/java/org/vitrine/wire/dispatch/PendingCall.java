package org.vitrine.wire.dispatch;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.vitrine.api.dbus.TypeSignature;
import org.vitrine.api.error.ErrorName;
import org.vitrine.wire.message.Header;
import org.vitrine.wire.transport.Arrival;

/**
 * One call from its arrival to its answer: answered once, its untaken descriptors closed and its place in the quotas
 * given back at that moment. Safe from any thread.
 */
final class PendingCall {
    private final Arrival arrival;
    private final Answers answers;
    private final Runnable onFinished;
    private final AtomicBoolean finished = new AtomicBoolean();

    PendingCall(Arrival arrival, Answers answers, Runnable onFinished) {
        this.arrival = arrival;
        this.answers = answers;
        this.onFinished = onFinished;
    }

    Arrival arrival() {
        return arrival;
    }

    Header header() {
        return arrival.header();
    }

    /** The same call with a message that outlives the reader's buffer; takes this one's place before it was handled. */
    PendingCall detached() {
        return new PendingCall(arrival.detached(), answers, onFinished);
    }

    boolean isFinished() {
        return finished.get();
    }

    void finish(TypeSignature signature, @Nullable List<Object> body, @Nullable Throwable failure) {
        if (failure != null || body == null) {
            fail(failure == null ? new IllegalStateException("The handler completed with null") : failure);
        } else if (finished.compareAndSet(false, true)) {
            try {
                answers.succeed(header(), signature, body);
            } finally {
                release();
            }
        }
    }

    void fail(Throwable failure) {
        if (finished.compareAndSet(false, true)) {
            try {
                answers.fail(header(), failure);
            } finally {
                release();
            }
        }
    }

    void fail(ErrorName name, String text) {
        if (finished.compareAndSet(false, true)) {
            try {
                answers.fail(header(), name, text);
            } finally {
                release();
            }
        }
    }

    private void release() {
        arrival.fds().closeUntaken();
        onFinished.run();
    }
}
