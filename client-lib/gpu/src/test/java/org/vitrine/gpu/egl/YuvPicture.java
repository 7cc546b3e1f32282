package org.vitrine.gpu.egl;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import org.vitrine.api.image.Buffer;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.api.image.FourCc;
import org.vitrine.api.image.PixelLayout;
import org.vitrine.api.image.Plane;
import org.vitrine.fd.BorrowedFd;
import org.vitrine.fd.CpuAccess;
import org.vitrine.fd.DmaBuf;
import org.vitrine.fd.Mapping;
import org.vitrine.fd.OwnedFd;
import org.vitrine.fd.ReadWriteMapping;

/**
 * Holds a picture of one brightness and colour in a YUV format, in a dma-heap's memory.
 *
 * @param memory closed with this
 * @param buffer over the memory
 */
record YuvPicture(OwnedFd memory, Buffer<BorrowedFd> buffer) implements AutoCloseable {
    private static final int STRIDE_ALIGNMENT = 256;
    private static final int PAGE = 4096;

    /** Makes a picture; the three numbers have 8 bits. */
    static YuvPicture of(FourCc fourCc, int width, int height, int y, int u, int v) {
        PixelLayout layout = fourCc.layout().orElseThrow();
        List<Plane<Long>> places = new ArrayList<>();
        long offset = 0;
        for (int i = 0; i < layout.planeCount(); i++) {
            long stride = Math.ceilDiv(layout.plane(i).rowBytes(width), STRIDE_ALIGNMENT) * STRIDE_ALIGNMENT;
            places.add(new Plane<>(0L, offset, stride));
            offset += Math.ceilDiv(stride * layout.plane(i).blockRows(height), PAGE) * PAGE;
        }
        OwnedFd memory = DmaHeap.allocate(offset);
        try (ReadWriteMapping mapping = Mapping.readWrite(memory, offset)) {
            CpuAccess access = DmaBuf.write(memory);
            for (int i = 0; i < places.size(); i++) {
                long end = i + 1 < places.size() ? places.get(i + 1).offsetBytes() : offset;
                long start = places.get(i).offsetBytes();
                fill(mapping.segment().asSlice(start, end - start), fourCc.name(), i, new int[] {y, u, v});
            }
            access.close();
        }
        List<Plane<BorrowedFd>> planes =
                places.stream().map(place -> place.map(_ -> memory.borrow())).toList();
        return new YuvPicture(memory, new Buffer<>(width, height, DrmFormat.linear(fourCc), planes));
    }

    private static void fill(MemorySegment plane, String format, int index, int[] yuv) {
        switch (format) {
            case "NV12" -> fillBytes(plane, index == 0 ? new int[] {yuv[0]} : new int[] {yuv[1], yuv[2]});
            case "YUV420" -> fillBytes(plane, new int[] {yuv[index]});
            case "P010" -> fillBytes(plane, index == 0 ? new int[] {0, yuv[0]} : new int[] {0, yuv[1], 0, yuv[2]});
            default -> throw new IllegalArgumentException(format);
        }
    }

    private static void fillBytes(MemorySegment plane, int[] pattern) {
        for (long at = 0; at < plane.byteSize(); at++) {
            plane.set(ValueLayout.JAVA_BYTE, at, (byte) pattern[(int) (at % pattern.length)]);
        }
    }

    @Override
    public void close() {
        memory.close();
    }
}
