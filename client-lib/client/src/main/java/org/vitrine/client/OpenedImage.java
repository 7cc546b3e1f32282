package org.vitrine.client;

import java.util.concurrent.atomic.AtomicBoolean;
import org.vitrine.api.dbus.Variant;
import org.vitrine.api.dbus.generated.Consumer1;
import org.vitrine.api.image.Buffer;
import org.vitrine.fd.BorrowedFd;
import org.vitrine.fd.InspectedFd;
import org.vitrine.fd.OwnedFd;

/** Holds the latest frame of an image. Owns its descriptors until closed. */
public final class OpenedImage implements AutoCloseable {
    private final DeliveredBuffer delivered;
    private final long generation;
    private final int index;
    private final long sequence;
    private final boolean readOnlyEnforced;
    private final AtomicBoolean closed = new AtomicBoolean();

    private OpenedImage(Consumer1.OpenImageOut<OwnedFd> reply) {
        delivered = DeliveredBuffer.take(reply.buffer());
        generation = reply.generation();
        index = Math.toIntExact(reply.index());
        sequence = reply.details().get("sequence") instanceof Variant<?>(var type, Long number) ? number : 0;
        readOnlyEnforced =
                reply.details().get("read_only_enforced") instanceof Variant<?>(var type, Boolean enforced) && enforced;
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
        return index;
    }

    /** Returns the frame's number; 0 before the producer published one. */
    public long sequence() {
        return sequence;
    }

    /** Returns whether the kernel keeps this process from writing into the picture. */
    public boolean readOnlyEnforced() {
        return readOnlyEnforced;
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
     * @throws org.vitrine.api.error.VitrineException NOT_SUPPORTED if its pixels are not {@code LINEAR}, or of an
     *     unknown format
     */
    public PixelMapping map() {
        return PixelMapping.begin(delivered.map());
    }

    /** Closes the descriptors; what was mapped stays. Closing twice does nothing. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            delivered.close();
        }
    }
}
