package org.vitrine.wire.transport;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Count the messages that were dropped, and log the first of each kind. Safe from any thread. */
public final class Drops {
    private static final Logger LOG = LoggerFactory.getLogger(Drops.class);

    /** Why a message was dropped; its descriptors are closed. */
    public enum Reason {
        /** The header breaks the specification; nobody can be answered. */
        BROKEN_HEADER,
        /** The sender is missing or stamped by nobody. */
        NO_SENDER,
        /** The driver's word that a message of ours found nobody, or its answer to a question given up. */
        UNDELIVERED,
        /** A reply to nothing we asked, or to what was given up. */
        UNREQUESTED_REPLY,
        /** A reply to our question from somebody we did not ask. */
        FORGED_REPLY,
        /** A signal in the driver's name from somebody else. */
        FORGED_DRIVER_SIGNAL,
        /** A reply or signal over the limits. */
        OVERSIZED,
        /** A signal whose body or descriptors don't fit its header. */
        BROKEN_SIGNAL
    }

    private final Map<Reason, LongAdder> counts = new EnumMap<>(Reason.class);

    public Drops() {
        for (Reason reason : Reason.values()) {
            counts.put(reason, new LongAdder());
        }
    }

    /** Count one, close its descriptors. */
    public void drop(Reason reason, ReceivedFds fds) {
        fds.closeUntaken();
        LongAdder count = counts.getOrDefault(reason, new LongAdder());
        count.increment();
        if (count.sum() == 1 && reason != Reason.UNDELIVERED) {
            LOG.warn("Dropped a message, kind {}; more of its kind are only counted", reason);
        }
    }

    /** Tell how many were dropped for a reason. */
    public long count(Reason reason) {
        LongAdder count = counts.get(reason);
        return count == null ? 0 : count.sum();
    }
}
