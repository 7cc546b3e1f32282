package org.vitrine.client;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.vitrine.api.image.Buffer;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.api.image.PixelLayout;
import org.vitrine.api.image.Plane;
import org.vitrine.fd.BorrowedFd;
import org.vitrine.fd.FdInspector;
import org.vitrine.fd.InspectedFd;
import org.vitrine.fd.Mapping;
import org.vitrine.fd.Memfd;
import org.vitrine.fd.OwnedFd;
import org.vitrine.fd.ReadWriteMapping;
import org.vitrine.fd.Seal;

/**
 * Holds a producer's buffer: one memfd for all planes, mapped for drawing before it was sealed. Owns both.
 *
 * <p>Rows are padded to 64 bytes, planes to a page, as GPUs like to import them.
 */
final class DrawnBuffer implements AutoCloseable {
    private static final long ROW_ALIGNMENT_BYTES = 64;
    private static final long PLANE_ALIGNMENT_BYTES = 4096;

    private final OwnedFd memory;
    private final ReadWriteMapping mapping;
    private final Buffer<BorrowedFd> buffer;

    private DrawnBuffer(OwnedFd memory, ReadWriteMapping mapping, Buffer<BorrowedFd> buffer) {
        this.memory = memory;
        this.mapping = mapping;
        this.buffer = buffer;
    }

    /** Makes a buffer, filled with zeros. */
    static DrawnBuffer make(ImageSpec spec) {
        List<Plane<Long>> places = places(spec);
        long sizeBytes = places.getLast().fd();
        try (OwnedFd memory = Memfd.create("vitrine-image", sizeBytes)) {
            ReadWriteMapping mapping = Mapping.readWrite(memory, sizeBytes);
            try {
                seal(memory, spec.writable());
                BorrowedFd lent = memory.borrow();
                Buffer<BorrowedFd> buffer = new Buffer<>(
                        spec.widthPixels(),
                        spec.heightPixels(),
                        spec.format(),
                        places.stream()
                                .map(place -> place.<BorrowedFd>map(end -> lent))
                                .toList());
                return new DrawnBuffer(memory.steal(), mapping, buffer);
            } catch (RuntimeException e) {
                mapping.close();
                throw e;
            }
        }
    }

    /** Where each plane lies, with the end of the storage so far in place of the descriptor. */
    private static List<Plane<Long>> places(ImageSpec spec) {
        DrmFormat format = spec.format();
        PixelLayout layout = Pixels.linearLayout(format);
        List<Plane<Long>> places = new ArrayList<>();
        long offset = 0;
        for (int i = 0; i < layout.planeCount(); i++) {
            long stride = roundUp(layout.plane(i).minimumStrideBytes(spec.widthPixels()), ROW_ALIGNMENT_BYTES);
            long extent = layout.plane(i).extentBytes(spec.widthPixels(), spec.heightPixels(), stride);
            long end = roundUp(Math.addExact(offset, extent), PLANE_ALIGNMENT_BYTES);
            places.add(new Plane<>(end, offset, stride));
            offset = end;
        }
        return places;
    }

    private static long roundUp(long number, long multiple) {
        return Math.multiplyExact(Math.ceilDiv(number, multiple), multiple);
    }

    private static void seal(OwnedFd memory, boolean writableByOthers) {
        if (writableByOthers) {
            Memfd.addSeals(memory, EnumSet.of(Seal.SHRINK, Seal.GROW, Seal.SEAL));
        } else {
            Memfd.sealForSharing(memory);
        }
    }

    Buffer<BorrowedFd> buffer() {
        return buffer;
    }

    Pixels pixels() {
        MemorySegment whole = mapping.segment();
        return Pixels.of(buffer.map(fd -> whole));
    }

    InspectedFd storage() {
        return FdInspector.inspect(memory);
    }

    @Override
    public void close() {
        mapping.close();
        memory.close();
    }
}
