package org.vitrine.cli.picture;

import java.util.Objects;

/**
 * Holds a picture as people's files do: 8 bits a channel, alpha not multiplied in.
 *
 * @param widthPixels at least 1
 * @param heightPixels at least 1
 * @param alpha whether the pixels' alpha means something; if not it is 255 everywhere
 * @param argb row by row, without padding, each pixel {@code 0xAARRGGBB}; not copied, so don't change it afterwards
 */
@SuppressWarnings("ArrayRecordComponent") // millions of pixels
public record Picture(int widthPixels, int heightPixels, boolean alpha, int[] argb) {
    /** Marks a pixel as opaque. */
    public static final int OPAQUE = 0xFF000000;

    public Picture {
        Objects.requireNonNull(argb);
        if (widthPixels < 1 || heightPixels < 1 || argb.length != Math.multiplyExact(widthPixels, heightPixels)) {
            throw new IllegalArgumentException("a picture has width × height pixels");
        }
    }

    /** Returns one pixel, {@code 0xAARRGGBB}. */
    public int pixel(int x, int y) {
        return argb[y * widthPixels + x];
    }
}
