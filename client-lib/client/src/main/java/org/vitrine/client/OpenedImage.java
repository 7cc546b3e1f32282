package org.vitrine.client;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vitrine.api.dbus.Variant;
import org.vitrine.api.dbus.generated.Consumer1;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.Buffer;
import org.vitrine.fd.BorrowedFd;
import org.vitrine.fd.InspectedFd;
import org.vitrine.fd.OwnedFd;

/** Holds the latest frame of an image. Owns its descriptors until closed. */
public final class OpenedImage implements AutoCloseable {
    private final DeliveredBuffer delivered;
    private final long generation;
    private final long index;
    private final Map<String, ? extends Variant<?>> details;
    private final LeakGuard guard;

    private OpenedImage(Consumer1.OpenImageOut<OwnedFd> reply) {
        delivered = DeliveredBuffer.take(reply.buffer());
        guard = LeakGuard.over(this, delivered::close);
        generation = reply.generation();
        index = reply.index();
        details = reply.details();
    }

    static OpenedImage take(Consumer1.OpenImageOut<OwnedFd> reply) {
        return new OpenedImage(reply);
    }

    /** Returns which set of buffers the frame's buffer belongs to. */
    public long generation() {
        return generation;
    }

    /** Returns the buffer's index within that set. */
    public int index() {
        return Math.toIntExact(index);
    }

    /** Returns the frame's number; 0 before the producer published one. */
    public long sequence() {
        return detail("sequence") instanceof Long number ? number : 0;
    }

    /** Returns what the broker has allowed. */
    public Access access() {
        return Access.WRITE.word().equals(detail("access")) ? Access.WRITE : Access.READ;
    }

    /** Returns whether the kernel keeps this process from writing into the picture. */
    public boolean readOnlyEnforced() {
        return detail("read_only_enforced") instanceof Boolean enforced && enforced;
    }

    /** Returns the buffer, for import into a GPU. Its descriptors are closed with this object. */
    public Buffer<BorrowedFd> buffer() {
        return delivered.buffer();
    }

    /** Returns what the storage of a plane is. */
    public InspectedFd storage(int plane) {
        return delivered.storage(plane);
    }

    /**
     * Maps the picture for reading by the processor.
     *
     * @throws VitrineException NOT_SUPPORTED if its pixels are not {@code LINEAR}, or of an unknown format
     */
    public PixelMapping map() {
        return PixelMapping.begin(delivered.map(Access.READ));
    }

    /**
     * Maps the picture for reading and drawing by the processor.
     *
     * @throws VitrineException NOT_ALLOWED if it was opened to be looked at only, and as {@link #map}
     */
    public PixelMapping mapForDrawing() {
        if (access() != Access.WRITE) {
            throw new VitrineException(
                    ErrorName.NOT_ALLOWED,
                    "The image was opened to look at. Open it with Access.WRITE to draw into it");
        }
        return PixelMapping.begin(delivered.map(Access.WRITE));
    }

    private @Nullable Object detail(String key) {
        Variant<?> detail = details.get(key);
        return detail == null ? null : detail.value();
    }

    /** Closes the descriptors; what was mapped stays. Closing twice does nothing. */
    @Override
    public void close() {
        guard.close();
    }
}
