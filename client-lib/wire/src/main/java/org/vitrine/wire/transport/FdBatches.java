package org.vitrine.wire.transport;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.vitrine.fd.OwnedFd;

/**
 * Match descriptors to the messages they came with, by their place in the stream.
 *
 * <p>A {@code recvmsg} that delivers descriptors ends inside the segment that carried them, so the last byte it
 * returned lies in their message (unix(7), SCM_RIGHTS; {@code unix_stream_read_generic} in the kernel). Not
 * thread-safe.
 */
final class FdBatches {
    private record Batch(long lastByteOffset, List<OwnedFd> fds, boolean truncated) {}

    private final Deque<Batch> batches = new ArrayDeque<>();

    void add(long lastByteOffset, List<OwnedFd> fds, boolean truncated) {
        if (!fds.isEmpty() || truncated) {
            batches.add(new Batch(lastByteOffset, fds, truncated));
        }
    }

    /** Take what came with the bytes before {@code endOffset}. */
    ReceivedFds takeUpTo(long endOffset) {
        if (batches.isEmpty() || batches.getFirst().lastByteOffset() >= endOffset) {
            return ReceivedFds.NONE;
        }
        List<OwnedFd> fds = new ArrayList<>();
        boolean lost = false;
        while (!batches.isEmpty() && batches.getFirst().lastByteOffset() < endOffset) {
            Batch batch = batches.removeFirst();
            fds.addAll(batch.fds());
            lost |= batch.truncated();
        }
        return new ReceivedFds(fds, lost);
    }

    void closeAll() {
        takeUpTo(Long.MAX_VALUE).closeUntaken();
    }
}
