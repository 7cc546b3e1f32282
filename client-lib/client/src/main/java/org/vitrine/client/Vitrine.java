package org.vitrine.client;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.vitrine.api.dbus.Variant;
import org.vitrine.api.dbus.generated.Consumer1;
import org.vitrine.api.error.VitrineException;
import org.vitrine.fd.Fd;
import org.vitrine.fd.OwnedFd;
import org.vitrine.wire.Subscription;

/**
 * Connects to the broker, to share images and to look at others'.
 *
 * <p>Each method blocks for the broker's answer. Safe for use by many threads, but not on the bus's reader thread,
 * where listeners are called.
 */
public final class Vitrine implements AutoCloseable {
    private final Door door;
    private final LeakGuard guard;
    private final Consumer1.Client<Fd, OwnedFd> consumer;
    private final Consumer1.Client<Fd, OwnedFd> interactiveConsumer;
    private final AtomicInteger watches = new AtomicInteger();
    private final Object lock = new Object();
    private @Nullable ProducerSession producer;

    private Vitrine(Door door) {
        this.door = door;
        this.guard = LeakGuard.over(this, door::close);
        this.consumer = new Consumer1.Client<>(door.invoker(), PortalPaths.ROOT);
        this.interactiveConsumer = new Consumer1.Client<>(door.patientInvoker(), PortalPaths.ROOT);
    }

    /**
     * Connects to the broker on the session bus.
     *
     * @throws VitrineException DISCONNECTED if there is no bus
     */
    public static Vitrine connect() {
        return connect(ConnectOptions.session());
    }

    /**
     * Connects to a broker.
     *
     * @throws VitrineException DISCONNECTED if there is no bus
     */
    public static Vitrine connect(ConnectOptions options) {
        return new Vitrine(Door.open(options));
    }

    /**
     * Advertises an image, in storage that the library makes: one sealed memfd a buffer.
     *
     * @return the caller's to close, which withdraws the image
     * @throws VitrineException what the broker refuses: NOT_ALLOWED, LIMITS_EXCEEDED, INVALID_ARGUMENT
     */
    public SharedImage share(ImageSpec spec) {
        return share(spec, new MemfdAllocator());
    }

    /**
     * Advertises an image in storage of the caller's choice.
     *
     * @param allocator makes the buffers now, and again at each resize
     * @return the caller's to close, which withdraws the image and frees the buffers
     * @throws VitrineException what the broker refuses: NOT_ALLOWED, LIMITS_EXCEEDED, INVALID_ARGUMENT; what the
     *     allocator can't make: NOT_SUPPORTED
     */
    public SharedImage share(ImageSpec spec, BufferAllocator allocator) {
        return producer().share(spec, allocator);
    }

    /** Lists the images that the caller may see, in the order in which they were advertised. */
    public List<ImageInfo> images(ImageFilter filter) {
        return Replies.await(consumer.listImages(filter.options())).images().stream()
                .map(listed -> new ImageProperties(listed.properties()).info(ImageId.of(listed.image())))
                .toList();
    }

    /**
     * Describes one image.
     *
     * @throws VitrineException NOT_FOUND if there is none, or the caller may not see it
     */
    public ImageInfo describe(ImageId image) {
        Map<String, ? extends Variant<?>> properties =
                Replies.await(consumer.describeImage(image.path())).properties();
        return new ImageProperties(properties).info(image);
    }

    /** Hears from now on which images come, change and go. */
    public Subscription watch(ImageListener listener) {
        ImageWatch watch = ImageWatch.begin(door, listener, this::watchLess);
        watches.incrementAndGet();
        try {
            Replies.await(ImageWatch.ask(consumer, true));
            return watch;
        } catch (RuntimeException e) {
            watch.close();
            throw e;
        }
    }

    /** Opens the latest frame of an image to look at; see {@link #open(ImageId, AccessOptions)}. */
    public OpenedImage open(ImageId image) {
        return open(image, AccessOptions.READ);
    }

    /**
     * Opens the latest frame of an image. Waits for the user if policy says to ask.
     *
     * @return the caller's to close
     * @throws VitrineException NOT_FOUND, NOT_ALLOWED, CANCELLED by the user, NOT_SUPPORTED if the image is in none of
     *     the formats, PRODUCER_GONE, TIMEOUT
     */
    public OpenedImage open(ImageId image, AccessOptions options) {
        return OpenedImage.take(Replies.await(interactiveConsumer.openImage(image.path(), options.options())));
    }

    /**
     * Asks for a session on an image, to follow its frames. Waits for the user if policy says to ask.
     *
     * @return the caller's to close
     * @throws VitrineException as {@link #open(ImageId, AccessOptions)}
     */
    public ImageSession requestAccess(ImageId image, AccessOptions options) {
        return new AccessRequest(this, door).run(image, options);
    }

    private void watchLess() {
        if (watches.decrementAndGet() == 0 && door.isOpen()) {
            ImageWatch.ask(consumer, false);
        }
    }

    private ProducerSession producer() {
        synchronized (lock) {
            ProducerSession present = producer;
            if (present == null || present.closedReason().isPresent()) {
                present = ProducerSession.register(this, door);
                producer = present;
            }
            return present;
        }
    }

    /** Withdraws every image that is still shared, and leaves the bus. Closing twice does nothing. */
    @Override
    public void close() {
        try {
            closeProducer();
        } finally {
            guard.close();
        }
    }

    private void closeProducer() {
        synchronized (lock) {
            if (producer != null) {
                producer.close();
                producer = null;
            }
        }
    }
}
