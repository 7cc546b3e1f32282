package org.vitrine.broker.registry;

import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.broker.access.Grant;
import org.vitrine.broker.identity.Caller;

/** Holds one consumer's access to one image. */
public final class ConsumerSession implements Session {
    private final long serial;
    private final ObjectPath path;
    private final Peer peer;
    private final SharedImage image;
    private final Grant grant;
    private final FormatSet formats;
    private Runnable atEnd = () -> {};

    ConsumerSession(SessionIdentity identity, Peer peer, SharedImage image, Grant grant, FormatSet formats) {
        this.serial = identity.serial();
        this.path = identity.path();
        this.peer = peer;
        this.image = image;
        this.grant = grant;
        this.formats = formats;
    }

    /** Says what a new session is called. */
    record SessionIdentity(long serial, ObjectPath path) {}

    @Override
    public long serial() {
        return serial;
    }

    @Override
    public ObjectPath path() {
        return path;
    }

    @Override
    public Caller owner() {
        return peer.caller();
    }

    /** Returns the image it is on. */
    public SharedImage image() {
        return image;
    }

    /** Returns what its owner may do, and why. */
    public Grant grant() {
        return grant;
    }

    /** Returns the formats that its owner can take. */
    public FormatSet formats() {
        return formats;
    }

    void onEnd(Runnable work) {
        atEnd = work;
    }

    void ended() {
        atEnd.run();
    }

    Peer peer() {
        return peer;
    }
}
