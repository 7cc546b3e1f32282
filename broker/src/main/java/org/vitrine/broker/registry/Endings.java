package org.vitrine.broker.registry;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vitrine.api.error.VitrineException;
import org.vitrine.broker.access.Grant;
import org.vitrine.broker.identity.Caller;

/** Ends sessions, images and peers, so that nothing of them stays. Ending twice does nothing. */
public final class Endings {
    private final Registry registry;

    /** Makes it for one registry. */
    public Endings(Registry registry) {
        this.registry = registry;
    }

    /** Ends a consumer's session. */
    public void end(ConsumerSession session, Ending ending) {
        if (registry.remove(session)) {
            session.image().liveSessions().remove(session);
            session.ended();
            failWaits(session.image(), wait -> wait.session() == session, Refusals.noSuchSession());
            registry.listeners().forEach(listener -> listener.sessionRemoved(session, ending));
        }
    }

    /** Takes an image back, and ends its sessions first. */
    public void end(SharedImage image, Ending ending) {
        if (!registry.remove(image)) {
            return;
        }
        failWaits(image, _ -> true, Refusals.producerGone());
        image.sessions().forEach(session -> end(session, ending));
        Peer peer = image.producer().peer();
        image.producer().remove(image);
        peer.countImages(-1);
        image.generation().ifPresent(generation -> registry.retire(peer, generation.descriptors()));
        registry.listeners().forEach(listener -> listener.imageRemoved(image));
    }

    /** Ends a producer's session, and takes its images back first. Their consumers learn that the producer has gone. */
    public void end(ProducerSession producer, Ending ending) {
        Ending ofImages = ending == Ending.BY_OWNER ? Ending.PRODUCER_GONE : ending;
        if (registry.remove(producer)) {
            producer.images().forEach(image -> end(image, ofImages));
            registry.listeners().forEach(listener -> listener.producerRemoved(producer, ending));
        }
    }

    /** Forgets a peer that has left the bus. */
    public void end(Caller caller) {
        @Nullable Peer peer = registry.forget(caller);
        if (peer == null) {
            return;
        }
        List<AccessRequest> unanswered = List.copyOf(peer.requests().values());
        peer.requests().clear();
        unanswered.forEach(AccessRequest::end);
        for (Session session : peer.takeSessions()) {
            switch (session) {
                case ProducerSession producer -> end(producer, Ending.BY_OWNER);
                case ConsumerSession consumer -> end(consumer, Ending.BY_OWNER);
            }
        }
        registry.images().forEach(image -> failWaits(image, wait -> wait.peer() == peer, Refusals.callerGone()));
    }

    /** Ends everything because the broker stops. */
    public void endAll() {
        List.copyOf(registry.producers()).forEach(producer -> end(producer, Ending.SHUTDOWN));
    }

    /**
     * Ends the sessions that rest on something that was taken back, and the waits for buffers without a session;
     * returns how many sessions.
     */
    public int revoke(BiPredicate<Caller, Grant> which) {
        List<ConsumerSession> found = registry.consumers().stream()
                .filter(session -> which.test(session.owner(), session.grant()))
                .toList();
        found.forEach(session -> end(session, Ending.REVOKED));
        registry.images().forEach(image -> endWaits(image, which, Refusals.denied()));
        return found.size();
    }

    /** Answers those that wait for an image's first buffers and may no longer have them. */
    public void endWaits(SharedImage image, BiPredicate<Caller, Grant> denied, VitrineException why) {
        failWaits(image, wait -> denied.test(wait.peer().caller(), wait.grant()), why);
    }

    void endWaits(SharedImage image, Generation arrived) {
        for (BufferWait wait : List.copyOf(image.waits())) {
            if (wait.formats().includes(arrived.format())) {
                wait.arrival().complete(arrived);
            } else {
                wait.arrival().completeExceptionally(Refusals.noCommonFormat());
            }
        }
    }

    private static void failWaits(SharedImage image, Predicate<BufferWait> which, VitrineException why) {
        image.waits().stream()
                .filter(which)
                .toList()
                .forEach(wait -> wait.arrival().completeExceptionally(why));
    }
}
