package org.vitrine.client;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.Variant;
import org.vitrine.api.dbus.generated.Producer1;
import org.vitrine.api.dbus.generated.Session;
import org.vitrine.api.image.RawBuffer;
import org.vitrine.fd.Fd;
import org.vitrine.fd.OwnedFd;

/** Keeps this connection's registration as a producer, made when the first image is shared. */
final class ProducerSession {
    static final long FIRST_GENERATION = 1;
    private static final int NOBODY = 0;

    private final Door door;

    /** Keeps the connection from being taken for lost while somebody holds one of its images. */
    @SuppressWarnings("UnusedVariable")
    private final Vitrine keeper;

    private final Producer1.Client<Fd, OwnedFd> producer;
    private final ObjectPath path;
    private final Map<ImageId, Integer> consumers = new ConcurrentHashMap<>();
    private final Set<SharedImage> images = ConcurrentHashMap.newKeySet();
    private volatile @Nullable String closedReason;
    private volatile boolean paused;

    private ProducerSession(Vitrine keeper, Door door, Producer1.Client<Fd, OwnedFd> producer, ObjectPath path) {
        this.keeper = keeper;
        this.door = door;
        this.producer = producer;
        this.path = path;
    }

    static ProducerSession register(Vitrine keeper, Door door) {
        Producer1.Client<Fd, OwnedFd> producer = new Producer1.Client<>(door.invoker(), PortalPaths.ROOT);
        ObjectPath path = Replies.await(producer.registerProducer(Map.of())).session();
        ProducerSession session = new ProducerSession(keeper, door, producer, path);
        door.followBroker();
        door.onLost(() -> session.closed("shutdown"));
        door.on(path, Session.NAME, Session.CLOSED.name(), body -> {
            Variant<?> reason = Session.ClosedSignal.fromBody(body).details().get("reason");
            session.closed(reason != null && reason.value() instanceof String text ? text : "");
        });
        door.on(PortalPaths.ROOT, Producer1.NAME, Producer1.CONSUMER_ATTACHED.name(), body -> {
            Producer1.ConsumerAttachedSignal<?> attached = Producer1.ConsumerAttachedSignal.fromBody(body);
            session.count(attached.image(), attached.consumers());
        });
        door.on(PortalPaths.ROOT, Producer1.NAME, Producer1.CONSUMER_DETACHED.name(), body -> {
            Producer1.ConsumerDetachedSignal<?> detached = Producer1.ConsumerDetachedSignal.fromBody(body);
            session.count(detached.image(), detached.consumers());
        });
        door.on(PortalPaths.ROOT, Producer1.NAME, Producer1.PAUSED.name(), _ -> session.paused = true);
        door.on(PortalPaths.ROOT, Producer1.NAME, Producer1.RESUMED.name(), _ -> session.paused = false);
        return session;
    }

    SharedImage share(ImageSpec spec, BufferAllocator allocator) {
        SharedImage image = SharedImage.advertise(this, allocator, spec);
        images.add(image);
        return image;
    }

    ImageId advertise(Map<String, Variant<Fd>> properties, List<RawBuffer<Fd>> buffers) {
        List<List<RawBuffer<Fd>>> batches = BufferBatches.of(buffers);
        ObjectPath image = Replies.await(producer.advertise(path, properties, batches.getFirst()))
                .image();
        try {
            addBuffers(image, FIRST_GENERATION, batches);
            return ImageId.of(image);
        } catch (RuntimeException e) {
            Replies.awaitEnd(producer.withdraw(image));
            throw e;
        }
    }

    private void addBuffers(ObjectPath image, long generation, List<List<RawBuffer<Fd>>> batches) {
        for (List<RawBuffer<Fd>> batch : batches.subList(1, batches.size())) {
            Replies.awaitEnd(producer.addBuffers(image, generation, batch));
        }
    }

    void publish(ImageId image, int index, Map<String, Variant<Fd>> frame) {
        Replies.await(producer.publish(image.path(), index, frame));
    }

    /** Replaces an image's buffers; withdraws the image if the broker takes only some of them. */
    void replace(SharedImage shared, long generation, List<RawBuffer<Fd>> buffers) {
        ObjectPath image = shared.id().path();
        List<List<RawBuffer<Fd>>> batches = BufferBatches.of(buffers);
        Replies.awaitEnd(producer.replaceBuffers(image, generation, batches.getFirst()));
        try {
            addBuffers(image, generation, batches);
        } catch (RuntimeException e) {
            shared.close();
            throw e;
        }
    }

    /** While the user has paused sharing nobody looks, whoever has a session. */
    int consumers(ImageId image) {
        return paused ? NOBODY : consumers.getOrDefault(image, NOBODY);
    }

    void withdraw(SharedImage image) {
        images.remove(image);
        try {
            if (door.isOpen()) {
                Replies.awaitEnd(producer.withdraw(image.id().path()));
            }
        } finally {
            consumers.remove(image.id());
        }
    }

    /** Why the broker ended the registration, and every image with it, if it did. */
    Optional<String> closedReason() {
        return Optional.ofNullable(closedReason);
    }

    private void closed(String reason) {
        closedReason = reason;
    }

    void close() {
        List.copyOf(images).forEach(SharedImage::close);
    }

    private void count(ObjectPath image, long number) {
        consumers.put(ImageId.of(image), Math.toIntExact(number));
    }
}
