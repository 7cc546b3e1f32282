package org.vitrine.wire.transport;

import java.util.List;
import org.vitrine.fd.ClosingThread;
import org.vitrine.fd.OwnedFd;
import org.vitrine.wire.ReceivedFd;

/** The descriptors one message owns. Closing twice does nothing; safe from any thread. */
public final class ReceivedFds {
    /** The descriptors of a message that has none. */
    public static final ReceivedFds NONE = new ReceivedFds(List.of(), false);

    private final List<ReceivedFd> fds;
    private final boolean lost;

    /** Take descriptors over; {@code lost} tells that the kernel dropped some of the message's. */
    public ReceivedFds(List<OwnedFd> fds, boolean lost) {
        this.fds = fds.stream().map(ReceivedFd::new).toList();
        this.lost = lost;
    }

    /** Count them, taken or not. */
    public int count() {
        return fds.size();
    }

    /** Tell whether the kernel dropped some on the way in. */
    public boolean lost() {
        return lost;
    }

    /** List them in the order of their indexes. */
    public List<ReceivedFd> list() {
        return fds;
    }

    /** Close what nobody took, on the thread for foreign descriptors. */
    public void closeUntaken() {
        for (ReceivedFd fd : fds) {
            OwnedFd untaken = fd.takeIfHeld();
            if (untaken != null) {
                ClosingThread.closeLater(untaken);
            }
        }
    }
}
