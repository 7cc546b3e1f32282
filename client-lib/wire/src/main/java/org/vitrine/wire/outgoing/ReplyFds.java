package org.vitrine.wire.outgoing;

import java.util.AbstractList;
import org.jspecify.annotations.Nullable;
import org.vitrine.fd.ClosingThread;
import org.vitrine.fd.OwnedFd;
import org.vitrine.wire.transport.ReceivedFds;

/** Hand out the descriptors of a reply as they are decoded, so that those the body does not mention can be closed. */
final class ReplyFds extends AbstractList<OwnedFd> {
    private final ReceivedFds received;
    private final @Nullable OwnedFd[] taken;

    ReplyFds(ReceivedFds received) {
        this.received = received;
        this.taken = new OwnedFd[received.count()];
    }

    @Override
    public OwnedFd get(int index) {
        OwnedFd fd = taken[index];
        if (fd == null) {
            fd = received.list().get(index).take();
            taken[index] = fd;
        }
        return fd;
    }

    @Override
    public int size() {
        return taken.length;
    }

    /** Close all, since nobody gets the reply. */
    void discard() {
        received.closeUntaken();
        for (OwnedFd fd : taken) {
            if (fd != null) {
                ClosingThread.closeLater(fd);
            }
        }
    }

    /** Close what the body does not mention. */
    void closeUnmentioned() {
        received.closeUntaken();
    }
}
