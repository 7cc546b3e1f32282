package org.vitrine.gpu.gbm;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.Buffer;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.api.image.Modifier;
import org.vitrine.api.image.Plane;
import org.vitrine.fd.Fd;
import org.vitrine.fd.OwnedFd;
import org.vitrine.fd.RawFds;

/**
 * Holds a buffer object of a {@link GbmDevice}, and keeps the device alive meanwhile.
 *
 * <p>Its storage outlives it for everyone who has a descriptor of it. Safe for use by many threads.
 */
public final class GbmBuffer implements AutoCloseable {
    private final GbmRequest request;
    private final MemorySegment address;
    private final Owner owner;
    private final AtomicBoolean open = new AtomicBoolean(true);

    /** Takes the object over, and the hold that comes with its owner. */
    GbmBuffer(GbmRequest request, MemorySegment address, Owner owner) {
        this.request = request;
        this.address = address;
        this.owner = owner;
    }

    /**
     * Names the device of an object.
     *
     * @param node of the device; open while it is held
     * @param lock taken for all calls to the device
     */
    record Owner(GbmHold hold, Fd node, Object lock) {}

    /**
     * Returns how the pixels are arranged: what the driver says, or {@link Modifier#LINEAR} where it has no word for it
     * but was asked for that.
     */
    public Modifier modifier() {
        requireOpen();
        Modifier told = new Modifier(GbmCall.BO_GET_MODIFIER.bits(address));
        boolean askedForRows =
                request.uses().contains(GbmUse.LINEAR) || request.modifiers().equals(List.of(Modifier.LINEAR));
        return told.equals(Modifier.INVALID) && askedForRows ? Modifier.LINEAR : told;
    }

    /**
     * Exports the storage, each plane with a descriptor of its own.
     *
     * @return the caller's to close, plane by plane
     * @throws VitrineException NOT_SUPPORTED if the driver exports none
     */
    public Buffer<OwnedFd> export() {
        requireOpen();
        DrmFormat format = new DrmFormat(request.fourCc(), modifier());
        List<Plane<OwnedFd>> planes = new ArrayList<>();
        try {
            synchronized (owner.lock()) {
                int count = planeCount();
                for (int i = 0; i < count; i++) {
                    planes.add(plane(i));
                }
            }
            return new Buffer<>(request.widthPixels(), request.heightPixels(), format, planes);
        } catch (RuntimeException e) {
            planes.forEach(plane -> plane.fd().close());
            throw e;
        }
    }

    private int planeCount() {
        int count = GbmCall.BO_GET_PLANE_COUNT.number(address);
        if (count < 1 || count > Buffer.MAX_PLANES) {
            throw notExported(GbmCall.BO_GET_PLANE_COUNT, count);
        }
        return count;
    }

    private Plane<OwnedFd> plane(int index) {
        long offset = Integer.toUnsignedLong(GbmCall.BO_GET_OFFSET.number(address, index));
        long stride = Integer.toUnsignedLong(GbmCall.BO_GET_STRIDE_FOR_PLANE.number(address, index));
        if (stride == 0) {
            throw notExported(GbmCall.BO_GET_STRIDE_FOR_PLANE, 0);
        }
        return new Plane<>(descriptor(index), offset, stride);
    }

    /** Exports the descriptor of a plane: by DRM itself, else as the driver likes to. */
    private OwnedFd descriptor(int plane) {
        int handle = (int) GbmCall.BO_GET_HANDLE_FOR_PLANE.bits(address, plane);
        return NodeCalls.exportWritable(owner.node(), handle).orElseGet(() -> exportByMesa(plane));
    }

    private OwnedFd exportByMesa(int plane) {
        int number = GbmCall.BO_GET_FD_FOR_PLANE.number(address, plane);
        if (number < 0) {
            throw notExported(GbmCall.BO_GET_FD_FOR_PLANE, number);
        }
        return RawFds.adopt(number);
    }

    private static VitrineException notExported(GbmCall call, int result) {
        return new VitrineException(
                ErrorName.NOT_SUPPORTED,
                "The driver does not export this buffer (" + call.function() + " answered " + result
                        + "). Allocate on another device, or with MemfdAllocator");
    }

    private void requireOpen() {
        if (!open.get()) {
            throw new IllegalStateException("The GBM buffer is closed");
        }
    }

    /**
     * Destroys the object.
     *
     * @throws IllegalStateException if it is closed already
     */
    @Override
    public void close() {
        if (!open.compareAndSet(true, false)) {
            throw new IllegalStateException("The GBM buffer is closed");
        }
        synchronized (owner.lock()) {
            GbmCall.BO_DESTROY.run(address);
        }
        owner.hold().close();
    }
}
