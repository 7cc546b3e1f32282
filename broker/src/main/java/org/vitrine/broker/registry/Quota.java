package org.vitrine.broker.registry;

import java.util.function.ToIntFunction;
import org.vitrine.api.Limits;

/** Keeps peers within their limits. What it refuses, it refuses before anything is changed. */
public final class Quota {
    private final Registry registry;
    private final Limits limits;
    private final int descriptorsInAll;

    /**
     * Makes a quota.
     *
     * @param descriptorsInAll the most descriptors held for images of all peers together
     */
    public Quota(Registry registry, Limits limits, int descriptorsInAll) {
        this.registry = registry;
        this.limits = limits;
        this.descriptorsInAll = descriptorsInAll;
    }

    void checkBuffers(long count) {
        if (count > limits.buffersPerImage()) {
            throw Refusals.limit("An image has at most " + limits.buffersPerImage() + " buffers");
        }
    }

    void checkImages(Peer peer) {
        if (peer.images() >= limits.imagesPerProducer()) {
            throw Refusals.limit("A producer has at most " + limits.imagesPerProducer() + " images: withdraw one");
        }
    }

    void checkDescriptors(Peer peer, int more) {
        if (peer.descriptors() + more > limits.descriptorsPerPeer()) {
            throw Refusals.limit("At most " + limits.descriptorsPerPeer() + " descriptors are held for one connection");
        }
        if (registry.descriptorCount() + more > descriptorsInAll) {
            throw Refusals.limit("The broker holds all the descriptors it may: try again later");
        }
    }

    void checkSessions(Peer peer) {
        if (sumOfApp(peer, other -> other.sessions().size()) >= limits.grantsPerApp()) {
            throw Refusals.limit("An application has at most " + limits.grantsPerApp() + " sessions: close one");
        }
    }

    void checkPending(Peer peer) {
        if (sumOfApp(peer, Peer::pending) >= limits.pendingRequestsPerApp()) {
            throw Refusals.limit("An application waits for at most " + limits.pendingRequestsPerApp() + " answers");
        }
        if (registry.peers().stream().mapToInt(Peer::pending).sum() >= limits.pendingRequests()) {
            throw Refusals.limit("Too many calls wait for an answer: try again later");
        }
    }

    /** Adds up what all connections of an application have; one that can't be told apart counts alone. */
    private int sumOfApp(Peer peer, ToIntFunction<Peer> count) {
        return registry.peers().stream()
                .filter(other -> other == peer || isSameApp(other, peer))
                .mapToInt(count)
                .sum();
    }

    private static boolean isSameApp(Peer one, Peer other) {
        return !one.caller().appId().isEmpty()
                && one.caller().subject().equals(other.caller().subject())
                && one.caller().uid() == other.caller().uid();
    }
}
