package org.vitrine.broker.registry;

import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.broker.identity.Caller;

/** Stands for an org.freedesktop.portal.Request object, until it is answered or closed. */
public final class AccessRequest {
    private final ObjectPath path;
    private final Peer peer;
    private boolean open = true;
    private Runnable atEnd = () -> {};

    AccessRequest(ObjectPath path, Peer peer) {
        this.path = path;
        this.peer = peer;
    }

    /** Returns its path at the portal door. */
    public ObjectPath path() {
        return path;
    }

    /** Returns who asked. */
    public Caller owner() {
        return peer.caller();
    }

    /** Returns whether an answer is still awaited. */
    public boolean isOpen() {
        return open;
    }

    Peer peer() {
        return peer;
    }

    /** Has something done once the request is answered, closed, or its owner has gone. */
    public void onEnd(Runnable work) {
        atEnd = work;
    }

    void end() {
        if (open) {
            open = false;
            atEnd.run();
        }
    }
}
