package org.vitrine.broker.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.broker.identity.Caller;

/** Holds everything that goes when a connection goes. */
final class Peer {
    private final Caller caller;
    private final Map<ObjectPath, Session> sessions = new LinkedHashMap<>();
    private final Map<ObjectPath, AccessRequest> requests = new LinkedHashMap<>();
    private int descriptors;
    private int images;
    private int waits;

    Peer(Caller caller) {
        this.caller = caller;
    }

    Caller caller() {
        return caller;
    }

    Map<ObjectPath, Session> sessions() {
        return sessions;
    }

    Map<ObjectPath, AccessRequest> requests() {
        return requests;
    }

    List<Session> takeSessions() {
        return new ArrayList<>(sessions.values());
    }

    int descriptors() {
        return descriptors;
    }

    void countDescriptors(int change) {
        descriptors += change;
    }

    int images() {
        return images;
    }

    void countImages(int change) {
        images += change;
    }

    int pending() {
        return requests.size() + waits;
    }

    void countWaits(int change) {
        waits += change;
    }
}
