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
import org.vitrine.client.AllocatedBuffer;
import org.vitrine.client.PixelAccess;
import org.vitrine.fd.BorrowedFd;

/**
 * Holds a picture of one brightness and colour in a YUV format, in storage that is made as a grey picture.
 *
 * @param storage closed with this
 * @param buffer over the storage
 */
record YuvPicture(AllocatedBuffer storage, Buffer<BorrowedFd> buffer) implements AutoCloseable {
    private static final int STRIDE_ALIGNMENT = 256;
    private static final int PAGE = 4096;

    /** Makes a picture; the three numbers have 8 bits. */
    static YuvPicture of(Gpu gpu, FourCc fourCc, int width, int height, int y, int u, int v) {
        PixelLayout layout = fourCc.layout().orElseThrow();
        List<Plane<Long>> places = new ArrayList<>();
        long offset = 0;
        for (int i = 0; i < layout.planeCount(); i++) {
            long stride = Math.ceilDiv(layout.plane(i).rowBytes(width), STRIDE_ALIGNMENT) * STRIDE_ALIGNMENT;
            places.add(new Plane<>(0L, offset, stride));
            offset += Math.ceilDiv(stride * layout.plane(i).blockRows(height), PAGE) * PAGE;
        }
        AllocatedBuffer storage = gpu.allocate(FourCc.ofName("R8"), PAGE, Math.toIntExact(offset / PAGE));
        try (PixelAccess access = storage.beginDrawing()) {
            MemorySegment memory = access.pixels().plane().memory();
            for (int i = 0; i < places.size(); i++) {
                long end = i + 1 < places.size() ? places.get(i + 1).offsetBytes() : offset;
                long start = places.get(i).offsetBytes();
                fill(memory.asSlice(start, end - start), fourCc.name(), i, new int[] {y, u, v});
            }
        }
        BorrowedFd fd = storage.buffer().planes().getFirst().fd();
        List<Plane<BorrowedFd>> planes =
                places.stream().map(place -> place.map(_ -> fd)).toList();
        return new YuvPicture(storage, new Buffer<>(width, height, DrmFormat.linear(fourCc), planes));
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
        storage.close();
    }
}
