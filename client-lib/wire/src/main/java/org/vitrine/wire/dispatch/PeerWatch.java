package org.vitrine.wire.dispatch;

import org.vitrine.api.dbus.UniqueName;
import org.vitrine.wire.Subscription;

/** Tell when a peer has left the bus. */
@FunctionalInterface
public interface PeerWatch {

    /** Run something on the reader thread once the peer is gone, also if it is gone already. Never blocks. */
    Subscription onPeerGone(UniqueName peer, Runnable then);
}
