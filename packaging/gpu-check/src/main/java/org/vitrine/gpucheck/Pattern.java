package org.vitrine.gpucheck;

import org.vitrine.cli.picture.Picture;
import org.vitrine.cli.picture.PixelConversion;
import org.vitrine.client.Pixels;

/** The picture that travels: each pixel has a colour of its own, and no size is a power of two. */
public final class Pattern {
    /** Its width in pixels. */
    public static final int WIDTH = 61;
    /** Its height in pixels. */
    public static final int HEIGHT = 47;

    private static final int COLOURS = 0xFFFFFF;

    private Pattern() {}

    /** Returns a pixel's colour, {@code 0xAARRGGBB} and opaque. */
    static int argb(int x, int y) {
        int red = 3 * x + 1;
        int green = 5 * y + 2;
        int blue = (7 * x + 11 * y) & 0xFF;
        return Picture.OPAQUE | red << 16 | green << 8 | blue;
    }

    /** Returns the picture as the processor draws it. */
    static Picture picture() {
        int[] argb = new int[WIDTH * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                argb[y * WIDTH + x] = argb(x, y);
            }
        }
        return new Picture(WIDTH, HEIGHT, true, argb);
    }

    /** Counts the pixels of another colour. */
    public static int wrongPixels(Pixels pixels) {
        Picture seen = PixelConversion.readAny(pixels).orElseThrow();
        int wrong = 0;
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                if ((seen.pixel(x, y) & COLOURS) != (argb(x, y) & COLOURS)) {
                    wrong++;
                }
            }
        }
        return wrong;
    }

    /** Counts the pixels of another colour in what a GPU read back: red, green, blue, alpha. */
    public static int wrongPixels(byte[] rgba) {
        int wrong = 0;
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            int expected = argb(i % WIDTH, i / WIDTH);
            boolean same = rgba[4 * i] == (byte) (expected >> 16)
                    && rgba[4 * i + 1] == (byte) (expected >> 8)
                    && rgba[4 * i + 2] == (byte) expected;
            wrong += same ? 0 : 1;
        }
        return wrong;
    }
}
