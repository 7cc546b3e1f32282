package org.vitrine.broker.registry;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.broker.identity.Caller;
import org.vitrine.broker.intake.AcceptedBuffers;
import org.vitrine.fd.OwnedFd;

/**
 * Does what producers ask for.
 *
 * <p>Methods that take {@link AcceptedBuffers} own the descriptors once they have returned; if they throw, the caller
 * still owns them.
 */
public final class ProducerDesk {
    private static final long MAX_GENERATION = 0xffff_ffffL;

    private final Registry registry;
    private final Quota quota;
    private final Endings endings;

    /** Makes a desk. */
    public ProducerDesk(Registry registry, Quota quota, Endings endings) {
        this.registry = registry;
        this.quota = quota;
        this.endings = endings;
    }

    /** Makes the caller a producer. */
    public ProducerSession register(Caller caller, Optional<HandleToken> token) {
        Peer peer = registry.peer(caller);
        quota.checkSessions(peer);
        long serial = registry.serials().next();
        ObjectPath path = SessionDesk.freshPath(peer, serial, token);
        ProducerSession session = new ProducerSession(serial, path, peer);
        registry.put(session);
        registry.listeners().forEach(listener -> listener.producerAdded(session));
        return session;
    }

    /** Finds the caller's producer session. */
    public ProducerSession session(Caller caller, ObjectPath path) {
        return registry.session(caller, path)
                .filter(ProducerSession.class::isInstance)
                .map(ProducerSession.class::cast)
                .orElseThrow(Refusals::noSuchSession);
    }

    /** Finds one of the caller's images. */
    public SharedImage image(Caller caller, ObjectPath path) {
        SharedImage image = registry.image(PortalPaths.imageSerial(path));
        if (image == null || !image.producer().owner().name().equals(caller.name())) {
            throw Refusals.noSuchImage();
        }
        return image;
    }

    /** Refuses what would go over the limits, before anything is inspected. */
    public void checkRoomForImage(ProducerSession session) {
        quota.checkImages(session.peer());
    }

    /** Advertises an image, with buffers or with formats alone. */
    public SharedImage advertise(ProducerSession session, ImageTraits traits, Optional<AcceptedBuffers> buffers) {
        Peer peer = session.peer();
        quota.checkImages(peer);
        @Nullable
        Generation first = buffers.map(accepted -> adopt(peer, 1, accepted)).orElse(null);
        SharedImage image = new SharedImage(registry.serials().next(), session, traits, first);
        peer.countImages(1);
        session.add(image);
        registry.put(image);
        registry.listeners().forEach(listener -> listener.imageAdded(image));
        return image;
    }

    /** Adds buffers to the present generation. */
    public void addBuffers(SharedImage image, long generation, AcceptedBuffers buffers) {
        Generation present = image.generation()
                .filter(g -> g.number() == generation)
                .orElseThrow(() -> Refusals.staleGeneration(image.generationNumber()));
        quota.checkBuffers((long) present.size() + buffers.buffers().size());
        if (!present.looksLike(buffers)) {
            throw Refusals.layout(
                    "The buffers of an image have one size and format: use ReplaceBuffers to change them");
        }
        Peer peer = image.producer().peer();
        countIn(peer, buffers.descriptors());
        present.add(buffers);
        registry.listeners().forEach(listener -> listener.imageChanged(image));
    }

    /** Gives an image its next generation. */
    public void replaceBuffers(SharedImage image, long generation, AcceptedBuffers buffers) {
        if (generation != image.generationNumber() + 1 || generation > MAX_GENERATION) {
            throw Refusals.staleGeneration(image.generationNumber());
        }
        Peer peer = image.producer().peer();
        Optional<Generation> old = image.generation();
        Generation next = adopt(peer, generation, buffers);
        old.ifPresent(gone -> registry.retire(peer, gone.descriptors()));
        image.replace(next);
        endings.endWaits(image, next);
        registry.listeners().forEach(listener -> listener.imageChanged(image));
    }

    /** Notes that a buffer holds a new frame. */
    public void publish(SharedImage image, long index) {
        Generation present = image.generation().orElseThrow(() -> Refusals.invalid("The image has no buffers yet"));
        if (index >= present.size()) {
            throw Refusals.invalid("The image has buffers 0 to " + (present.size() - 1));
        }
        image.publish((int) index);
    }

    /** Takes an image back. */
    public void withdraw(SharedImage image) {
        endings.end(image, Ending.PRODUCER_GONE);
    }

    private Generation adopt(Peer peer, long number, AcceptedBuffers buffers) {
        quota.checkBuffers(buffers.buffers().size());
        countIn(peer, buffers.descriptors());
        return Generation.ofAccepted(number, buffers);
    }

    private void countIn(Peer peer, List<OwnedFd> descriptors) {
        quota.checkDescriptors(peer, descriptors.size());
        peer.countDescriptors(descriptors.size());
    }
}
