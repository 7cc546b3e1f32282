package org.vitrine.demo;

import java.nio.ByteBuffer;
import org.vitrine.client.Pixels;

/**
 * Writes a number into the unused bytes of a picture's first pixels, where it can't be seen, and reads it.
 *
 * <p>The number is drawn by chance after the picture was handed over and told to the producer alone. A consumer that
 * finds it in its mapping looks at the very memory that the producer writes to; one that had a copy would not.
 */
final class Marker {
    private static final int PIXEL_BYTES = 4;
    private static final int UNUSED_BYTE = 3;
    private static final int BITS = 8;

    private Marker() {}

    static void write(Pixels pixels, int number) {
        ByteBuffer row = pixels.plane().row(0).asByteBuffer();
        for (int i = 0; i < Integer.BYTES; i++) {
            row.put(PIXEL_BYTES * i + UNUSED_BYTE, (byte) (number >>> (BITS * i)));
        }
    }

    static int read(Pixels pixels) {
        ByteBuffer row = pixels.plane().row(0).asByteBuffer();
        int number = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            number |= (row.get(PIXEL_BYTES * i + UNUSED_BYTE) & 0xFF) << (BITS * i);
        }
        return number;
    }
}
