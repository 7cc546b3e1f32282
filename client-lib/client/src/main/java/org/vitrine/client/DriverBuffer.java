package org.vitrine.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.Buffer;
import org.vitrine.api.image.PixelLayout;
import org.vitrine.api.image.Plane;
import org.vitrine.fd.BorrowedFd;
import org.vitrine.fd.DmaBufFd;
import org.vitrine.fd.FdInspector;
import org.vitrine.fd.OwnedFd;

/** Holds a buffer that a driver made and placed as it likes. Owns its descriptors. */
public final class DriverBuffer implements AllocatedBuffer {
    private final Buffer<OwnedFd> owned;
    private final Buffer<BorrowedFd> buffer;

    private DriverBuffer(Buffer<OwnedFd> owned) {
        this.owned = owned;
        this.buffer = owned.map(OwnedFd::borrow);
    }

    /**
     * Takes a buffer over, also on failure. Plain rows in one dma-buf can be drawn by the processor too, others by a
     * GPU alone.
     *
     * @param spec what was asked for
     * @param owned what was made, its format the true one
     */
    public static AllocatedBuffer take(BufferSpec spec, Buffer<OwnedFd> owned) {
        try {
            Optional<LinearLayout> layout = layoutInOneStorage(spec, owned);
            if (layout.isEmpty()) {
                return new DriverBuffer(owned);
            }
            owned.planes().stream().skip(1).forEach(plane -> plane.fd().close());
            return LinearDmaBuf.take(owned.planes().getFirst().fd(), layout.get());
        } catch (RuntimeException e) {
            owned.planes().stream().map(Plane::fd).filter(OwnedFd::isOpen).forEach(OwnedFd::close);
            throw e;
        }
    }

    /** Finds out where the planes end if they are rows of known length in one dma-buf. */
    private static Optional<LinearLayout> layoutInOneStorage(BufferSpec spec, Buffer<OwnedFd> owned) {
        Optional<PixelLayout> layout = owned.format().fourCc().layout();
        if (!owned.format().modifier().isLinear() || layout.isEmpty() || !inOneStorage(owned)) {
            return Optional.empty();
        }
        List<Plane<Long>> ends = new ArrayList<>();
        for (int i = 0; i < layout.get().planeCount(); i++) {
            Plane<OwnedFd> plane = owned.planes().get(i);
            long extent =
                    layout.get().plane(i).extentBytes(spec.widthPixels(), spec.heightPixels(), plane.strideBytes());
            ends.add(new Plane<>(Math.addExact(plane.offsetBytes(), extent), plane.offsetBytes(), plane.strideBytes()));
        }
        BufferSpec made =
                new BufferSpec(spec.widthPixels(), spec.heightPixels(), owned.format(), spec.writableByConsumers());
        return Optional.of(new LinearLayout(made, ends));
    }

    private static boolean inOneStorage(Buffer<OwnedFd> owned) {
        List<Object> storages = owned.planes().stream()
                .<Object>map(
                        plane -> FdInspector.inspect(plane.fd()) instanceof DmaBufFd dmaBuf ? dmaBuf.inode() : plane)
                .distinct()
                .toList();
        return storages.size() == 1;
    }

    @Override
    public Buffer<BorrowedFd> buffer() {
        return buffer;
    }

    @Override
    public PixelAccess beginDrawing() {
        throw new VitrineException(
                ErrorName.NOT_SUPPORTED,
                "The pixels are stored as " + buffer.format()
                        + ", which only the GPU can draw. Render into it, or allocate it as LINEAR");
    }

    @Override
    public void close() {
        owned.planes().forEach(plane -> plane.fd().close());
    }
}
