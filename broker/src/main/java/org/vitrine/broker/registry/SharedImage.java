package org.vitrine.broker.registry;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.policy.ImageFacts;

/** Stands for an image while it is advertised. */
public final class SharedImage {
    private final long serial;
    private final ObjectPath path;
    private final ProducerSession producer;
    private final ImageTraits traits;
    private final ImageFacts facts;
    private final Set<ConsumerSession> sessions = new LinkedHashSet<>();
    private final List<BufferWait> waits = new ArrayList<>();
    private @Nullable Generation generation;
    private int latestIndex;
    private long sequence;

    SharedImage(long serial, ProducerSession producer, ImageTraits traits, @Nullable Generation generation) {
        this.serial = serial;
        this.path = PortalPaths.image(serial);
        this.producer = producer;
        this.traits = traits;
        this.facts = new ImageFacts(producer.owner().appId(), traits.title(), traits.tags());
        this.generation = generation;
    }

    /** Returns its never-reused number. */
    public long serial() {
        return serial;
    }

    /** Returns its path at the portal door. */
    public ObjectPath path() {
        return path;
    }

    /** Returns whose it is. */
    public ProducerSession producer() {
        return producer;
    }

    /** Returns what its producer said of it. */
    public ImageTraits traits() {
        return traits;
    }

    /** Returns what rules see of it. */
    public ImageFacts facts() {
        return facts;
    }

    /** Returns its present buffers; empty before there are any. */
    public Optional<Generation> generation() {
        return Optional.ofNullable(generation);
    }

    /** Returns its present buffers without allocating; null before there are any. */
    public @Nullable Generation generationOrNull() {
        return generation;
    }

    /** Returns the number of the present generation; 0 before there is one. */
    public long generationNumber() {
        return generation == null ? 0 : generation.number();
    }

    /** Returns the buffer that holds the latest frame. */
    public int latestIndex() {
        return latestIndex;
    }

    /** Returns how many frames were published. */
    public long sequence() {
        return sequence;
    }

    /** Returns how many sessions look at it. */
    public int consumerCount() {
        return sessions.size();
    }

    /** Returns the sessions that look at it, oldest first; a copy. */
    public List<ConsumerSession> sessions() {
        return List.copyOf(sessions);
    }

    Set<ConsumerSession> liveSessions() {
        return sessions;
    }

    List<BufferWait> waits() {
        return waits;
    }

    void replace(Generation next) {
        generation = next;
        latestIndex = 0;
    }

    void publish(int index) {
        latestIndex = index;
        sequence++;
    }
}
