package org.vitrine.checks.wayland;

import java.awt.image.BufferedImage;
import java.util.function.IntBinaryOperator;

/** What is on a screen. Colours are 0xRRGGBB. */
record Screenshot(BufferedImage picture) {
    static final int WIDTH = 640;
    static final int HEIGHT = 480;
    /** What is behind windows: a colour that no window of these tests begins with. */
    static final int BACKGROUND = 0x304050;

    private static final int RGB = 0xffffff;

    Screenshot {
        if (picture.getWidth() != WIDTH || picture.getHeight() != HEIGHT) {
            throw new AssertionError("The screen has " + picture.getWidth() + "x" + picture.getHeight() + " pixels");
        }
    }

    private int pixel(int x, int y) {
        return picture.getRGB(x, y) & RGB;
    }

    /** Tell whether there is no window. */
    boolean isEmpty() {
        return firstOfWindow() == WIDTH * HEIGHT;
    }

    /** Returns how many pixels come before the first that is not the background's, row by row. */
    private int firstOfWindow() {
        int index = 0;
        while (index < WIDTH * HEIGHT && pixel(index % WIDTH, index / WIDTH) == BACKGROUND) {
            index++;
        }
        return index;
    }

    /**
     * Compare every pixel of the screen: one window of that size, wherever it is, and the background around it.
     *
     * @param content from x and y in the window to the colour that is to be there
     */
    void mustShow(int width, int height, IntBinaryOperator content) {
        int left = firstOfWindow() % WIDTH;
        int top = firstOfWindow() / WIDTH;
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                boolean inside = x >= left && x < left + width && y >= top && y < top + height;
                int expected = inside ? content.applyAsInt(x - left, y - top) : BACKGROUND;
                if (pixel(x, y) != expected) {
                    throw new AssertionError("The screen has %06x at %d,%d, not %06x; the window begins at %d,%d"
                            .formatted(pixel(x, y), x, y, expected, left, top));
                }
            }
        }
    }
}
