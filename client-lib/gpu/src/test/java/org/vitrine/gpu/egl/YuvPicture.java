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
 * Holds a picture of one brightness and colour in a YUV format. Each plane is in a storage of its own, made as a grey
 * picture: Mesa 22's driver of the processor reads every plane of one storage from its start.
 *
 * @param storages closed with this
 * @param buffer over the storages
 */
record YuvPicture(List<AllocatedBuffer> storages, Buffer<BorrowedFd> buffer) implements AutoCloseable {
    /** Makes a picture; the three numbers have 8 bits. */
    static YuvPicture of(Gpu gpu, FourCc fourCc, int width, int height, int y, int u, int v) {
        PixelLayout layout = fourCc.layout().orElseThrow();
        List<AllocatedBuffer> storages = new ArrayList<>();
        List<Plane<BorrowedFd>> planes = new ArrayList<>();
        for (int i = 0; i < layout.planeCount(); i++) {
            int rowBytes = Math.toIntExact(layout.plane(i).rowBytes(width));
            int rows = Math.toIntExact(layout.plane(i).blockRows(height));
            AllocatedBuffer storage = gpu.allocate(FourCc.ofName("R8"), rowBytes, rows);
            try (PixelAccess access = storage.beginDrawing()) {
                fill(access.pixels().plane().memory(), fourCc.name(), i, new int[] {y, u, v});
            }
            storages.add(storage);
            planes.add(storage.buffer().planes().getFirst());
        }
        return new YuvPicture(storages, new Buffer<>(width, height, DrmFormat.linear(fourCc), planes));
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
        storages.forEach(AllocatedBuffer::close);
    }
}
