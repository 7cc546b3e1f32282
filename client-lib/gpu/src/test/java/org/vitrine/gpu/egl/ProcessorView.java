package org.vitrine.gpu.egl;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.vitrine.client.AllocatedBuffer;
import org.vitrine.client.PixelAccess;
import org.vitrine.client.PixelPlane;

/** Reads and writes a buffer of one plane by the processor, without the padding of its rows. */
final class ProcessorView {
    private ProcessorView() {}

    static byte[] read(AllocatedBuffer buffer) {
        try (PixelAccess access = buffer.beginDrawing()) {
            PixelPlane plane = access.pixels().plane();
            byte[] pixels = new byte[Math.toIntExact(plane.rowBytes() * plane.rows())];
            for (int y = 0; y < plane.rows(); y++) {
                MemorySegment.copy(
                        plane.row(y),
                        ValueLayout.JAVA_BYTE,
                        0,
                        pixels,
                        Math.toIntExact(y * plane.rowBytes()),
                        Math.toIntExact(plane.rowBytes()));
            }
            return pixels;
        }
    }

    static void write(AllocatedBuffer buffer, byte[] pixels) {
        try (PixelAccess access = buffer.beginDrawing()) {
            PixelPlane plane = access.pixels().plane();
            for (int y = 0; y < plane.rows(); y++) {
                MemorySegment.copy(
                        pixels,
                        Math.toIntExact(y * plane.rowBytes()),
                        plane.row(y),
                        ValueLayout.JAVA_BYTE,
                        0,
                        Math.toIntExact(plane.rowBytes()));
            }
        }
    }
}
