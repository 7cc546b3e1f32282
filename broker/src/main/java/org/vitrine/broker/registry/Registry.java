package org.vitrine.broker.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.UniqueName;
import org.vitrine.broker.identity.Caller;
import org.vitrine.fd.OwnedFd;

/** Holds who is there and what they share. The desks change it; everybody else looks. */
public final class Registry {
    private final Serials serials = new Serials();
    private final Map<UniqueName, Peer> peers = new LinkedHashMap<>();
    private final Map<Long, SharedImage> images = new TreeMap<>();
    private final Map<Long, ProducerSession> producers = new TreeMap<>();
    private final Map<Long, ConsumerSession> consumers = new TreeMap<>();
    private final List<RegistryListener> listeners = new ArrayList<>();
    private List<OwnedFd> retired = new ArrayList<>();

    /** Makes an empty registry. */
    public Registry() {}

    /** Tells a listener of every change from now on. */
    public void listen(RegistryListener listener) {
        listeners.add(listener);
    }

    /** Makes room for a peer whose identity was established. */
    public void join(Caller caller) {
        peers.put(caller.name(), new Peer(caller));
    }

    /** Returns every peer that is there. */
    public Collection<Caller> callers() {
        return peers.values().stream().map(Peer::caller).toList();
    }

    /** Finds an image by its serial; whether a caller may know of it is another question. */
    public @Nullable SharedImage image(long serial) {
        return images.get(serial);
    }

    /** Returns all images in order of their serials. */
    public Collection<SharedImage> images() {
        return Collections.unmodifiableCollection(images.values());
    }

    /** Finds a producer by its serial. */
    public Optional<ProducerSession> producer(long serial) {
        return Optional.ofNullable(producers.get(serial));
    }

    /** Returns all producers in order of their serials. */
    public Collection<ProducerSession> producers() {
        return Collections.unmodifiableCollection(producers.values());
    }

    /** Finds a consumer's session by its serial. */
    public Optional<ConsumerSession> consumer(long serial) {
        return Optional.ofNullable(consumers.get(serial));
    }

    /** Returns all consumers' sessions in order of their serials. */
    public Collection<ConsumerSession> consumers() {
        return Collections.unmodifiableCollection(consumers.values());
    }

    /** Finds one of the caller's own sessions. */
    public Optional<Session> session(Caller caller, ObjectPath path) {
        Peer peer = peers.get(caller.name());
        return peer == null
                ? Optional.empty()
                : Optional.ofNullable(peer.sessions().get(path));
    }

    /** Finds one of the caller's own requests. */
    public Optional<AccessRequest> request(Caller caller, ObjectPath path) {
        Peer peer = peers.get(caller.name());
        return peer == null
                ? Optional.empty()
                : Optional.ofNullable(peer.requests().get(path));
    }

    /** Returns the paths of the caller's own sessions and requests. */
    public Collection<ObjectPath> ownPaths(Caller caller) {
        Peer peer = peers.get(caller.name());
        if (peer == null) {
            return List.of();
        }
        List<ObjectPath> paths = new ArrayList<>(peer.sessions().keySet());
        paths.addAll(peer.requests().keySet());
        return paths;
    }

    /** Returns how many requests are unanswered. */
    public int requestCount() {
        return peers.values().stream().mapToInt(peer -> peer.requests().size()).sum();
    }

    /** Returns how many descriptors are held for images. */
    public int descriptorCount() {
        return peers.values().stream().mapToInt(Peer::descriptors).sum();
    }

    /**
     * Takes the descriptors that nobody will be handed any more. The caller closes them once every reply made before
     * has been written.
     */
    public List<OwnedFd> takeRetired() {
        List<OwnedFd> taken = retired;
        retired = new ArrayList<>();
        return taken;
    }

    /** Tells every listener that other rules are in force. */
    public void rulesChanged() {
        listeners.forEach(RegistryListener::rulesChanged);
    }

    Serials serials() {
        return serials;
    }

    Collection<Peer> peers() {
        return peers.values();
    }

    Peer peer(Caller caller) {
        Peer peer = peers.get(caller.name());
        if (peer == null) {
            throw Refusals.callerGone();
        }
        return peer;
    }

    @Nullable
    Peer forget(Caller caller) {
        return peers.remove(caller.name());
    }

    void put(ProducerSession producer) {
        producers.put(producer.serial(), producer);
        producer.peer().sessions().put(producer.path(), producer);
    }

    void put(ConsumerSession session) {
        consumers.put(session.serial(), session);
        session.peer().sessions().put(session.path(), session);
    }

    void put(SharedImage image) {
        images.put(image.serial(), image);
    }

    boolean remove(ProducerSession producer) {
        producer.peer().sessions().remove(producer.path());
        return producers.remove(producer.serial()) != null;
    }

    boolean remove(ConsumerSession session) {
        session.peer().sessions().remove(session.path());
        return consumers.remove(session.serial()) != null;
    }

    boolean remove(SharedImage image) {
        return images.remove(image.serial()) != null;
    }

    void retire(Peer peer, List<OwnedFd> descriptors) {
        peer.countDescriptors(-descriptors.size());
        retired.addAll(descriptors);
    }

    List<RegistryListener> listeners() {
        return listeners;
    }
}
