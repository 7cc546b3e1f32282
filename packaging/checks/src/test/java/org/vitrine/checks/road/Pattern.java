package org.vitrine.checks.road;

import org.vitrine.cli.picture.Picture;
import org.vitrine.cli.picture.PixelConversion;
import org.vitrine.client.Pixels;

/** The picture that travels: each pixel has a colour of its own. */
final class Pattern {
    static final int WIDTH = 61;
    static final int HEIGHT = 47;

    private Pattern() {}

    static int red(int x, int y) {
        return 3 * x + 1;
    }

    static int green(int x, int y) {
        return 5 * y + 2;
    }

    static int blue(int x, int y) {
        return (x * 7 + y * 11) & 0xff;
    }

    /** The picture as the processor draws it. */
    static Picture picture() {
        int[] argb = new int[WIDTH * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                argb[y * WIDTH + x] = Picture.OPAQUE | red(x, y) << 16 | green(x, y) << 8 | blue(x, y);
            }
        }
        return new Picture(WIDTH, HEIGHT, true, argb);
    }

    static int wrongPixels(Pixels pixels) {
        Picture expected = picture();
        Picture seen = PixelConversion.readAny(pixels).orElseThrow();
        int wrong = 0;
        for (int i = 0; i < expected.argb().length; i++) {
            if ((seen.argb()[i] & 0xffffff) != (expected.argb()[i] & 0xffffff)) {
                wrong++;
            }
        }
        return wrong;
    }
}
