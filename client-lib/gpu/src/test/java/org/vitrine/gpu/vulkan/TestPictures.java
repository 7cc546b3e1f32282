package org.vitrine.gpu.vulkan;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.util.Random;
import org.vitrine.client.PixelPlane;
import org.vitrine.client.Pixels;

/** Fills and compares pictures byte by byte, the padding left out. */
final class TestPictures {
    private TestPictures() {}

    /** Fills every byte of the pixels with noise. */
    static void fill(Pixels pixels, long seed) {
        Random random = new Random(seed);
        for (PixelPlane plane : pixels.planes()) {
            byte[] row = new byte[Math.toIntExact(plane.rowBytes())];
            for (long y = 0; y < plane.rows(); y++) {
                random.nextBytes(row);
                plane.row(y).copyFrom(MemorySegment.ofArray(row));
            }
        }
    }

    /** Returns all bytes of the pixels, plane after plane. */
    static byte[] bytes(Pixels pixels) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (PixelPlane plane : pixels.planes()) {
            for (long y = 0; y < plane.rows(); y++) {
                bytes.writeBytes(plane.row(y).toArray(JAVA_BYTE));
            }
        }
        return bytes.toByteArray();
    }
}
