package org.vitrine.fd;

import java.util.List;

/**
 * Says what one receive brought.
 *
 * @param byteCount how many bytes came; 0 at the end of the stream, −1 if nothing was there and waiting was not wanted
 * @param fds the descriptors that came with them, in order, close-on-exec; owned by the caller
 * @param truncated whether the kernel dropped descriptors that the sender had attached, because this process had no
 *     number left or a security module refused them; {@code fds} has those that did arrive
 */
public record ReceivedChunk(int byteCount, List<OwnedFd> fds, boolean truncated) {
    static final ReceivedChunk NOTHING_YET = new ReceivedChunk(-1, List.of(), false);

    /** Checks the parts. */
    public ReceivedChunk {
        if (byteCount < -1) {
            throw new IllegalArgumentException("A byte count is −1 or more");
        }
        fds = List.copyOf(fds);
    }

    /** Tells whether the peer has closed its side. */
    public boolean isEnd() {
        return byteCount == 0;
    }

    /** Tells whether nothing was there to receive. */
    public boolean wouldBlock() {
        return byteCount < 0;
    }
}
