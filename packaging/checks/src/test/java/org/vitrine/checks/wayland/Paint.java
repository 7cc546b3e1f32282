package org.vitrine.checks.wayland;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import org.vitrine.client.Drawing;
import org.vitrine.client.PixelPlane;
import org.vitrine.client.SharedImage;

/** Draws frames of one colour. */
final class Paint {
    /** What weston-screenshooter takes for opacity, though XRGB8888 has none. */
    private static final int OPAQUE = 0xff000000;

    private Paint() {}

    /**
     * Publish a frame of an XRGB8888 image.
     *
     * @param colour 0xRRGGBB
     */
    static void fill(SharedImage image, int colour) {
        try (Drawing drawing = image.draw()) {
            PixelPlane plane = drawing.pixels().plane();
            for (int y = 0; y < plane.rows(); y++) {
                for (int x = 0; x < plane.rowBytes() / Integer.BYTES; x++) {
                    plane.row(y).setAtIndex(JAVA_INT, x, OPAQUE | colour);
                }
            }
        }
    }
}
