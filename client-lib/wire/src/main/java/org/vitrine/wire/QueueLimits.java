package org.vitrine.wire;

/**
 * How much may wait in a {@link Bus}; what goes beyond is answered {@code LimitsExceeded}.
 *
 * @param pendingCallsPerSender unanswered calls of one sender
 * @param pendingCalls unanswered calls of all
 * @param pendingBytes length of all unanswered calls together
 * @param fdsPerSender descriptors that came with unanswered calls of one sender
 * @param peers senders known at a time
 * @param outgoingBytes what may wait for the bus to take it; beyond, the bus counts as lost. One answer may be half as
 *     long
 */
public record QueueLimits(
        int pendingCallsPerSender,
        int pendingCalls,
        long pendingBytes,
        int fdsPerSender,
        int peers,
        long outgoingBytes) {
    /** What a broker for one user needs. */
    public static final QueueLimits DEFAULTS = new QueueLimits(64, 1024, 16L << 20, 256, 4096, 16L << 20);

    public QueueLimits {
        if (pendingCallsPerSender < 1
                || pendingCalls < 1
                || pendingBytes < 1
                || fdsPerSender < 0
                || peers < 1
                || outgoingBytes < 1) {
            throw new IllegalArgumentException("A limit is not positive");
        }
    }
}
