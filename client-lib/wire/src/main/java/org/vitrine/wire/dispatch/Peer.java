package org.vitrine.wire.dispatch;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.vitrine.api.dbus.UniqueName;
import org.vitrine.wire.Subscription;

/**
 * What is known of one sender, from its first call until it leaves the bus. Used by the reader thread only, but for the
 * quota.
 */
final class Peer<C> {
    private final UniqueName name;
    private final Quota quota;
    private final Deque<PendingCall> waiting = new ArrayDeque<>();
    private @Nullable C caller;
    private boolean identifying;
    private boolean gone;
    private Subscription watch = () -> {};

    Peer(UniqueName name, Quota quota) {
        this.name = name;
        this.quota = quota;
    }

    UniqueName name() {
        return name;
    }

    Quota quota() {
        return quota;
    }

    /** Calls that came before the sender was known, oldest first. */
    Deque<PendingCall> waiting() {
        return waiting;
    }

    /** The sender, once it is known and no earlier call waits. */
    @Nullable
    C caller() {
        return caller;
    }

    void identified(C newCaller) {
        caller = newCaller;
        identifying = false;
    }

    boolean identifying() {
        return identifying;
    }

    void setIdentifying(boolean now) {
        identifying = now;
    }

    boolean isGone() {
        return gone;
    }

    void setGone() {
        gone = true;
        watch.close();
    }

    void setWatch(Subscription newWatch) {
        watch = newWatch;
    }
}
