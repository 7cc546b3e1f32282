package org.vitrine.broker.registry;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.broker.identity.Caller;

/** Registers one connection as a producer, and holds its images. */
public final class ProducerSession implements Session {
    private final long serial;
    private final ObjectPath path;
    private final Peer peer;
    private final Map<Long, SharedImage> images = new LinkedHashMap<>();

    ProducerSession(long serial, ObjectPath path, Peer peer) {
        this.serial = serial;
        this.path = path;
        this.peer = peer;
    }

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

    /** Returns how many images it has. */
    public int imageCount() {
        return images.size();
    }

    Peer peer() {
        return peer;
    }

    Collection<SharedImage> images() {
        return List.copyOf(images.values());
    }

    void add(SharedImage image) {
        images.put(image.serial(), image);
    }

    void remove(SharedImage image) {
        images.remove(image.serial());
    }
}
