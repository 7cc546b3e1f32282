package org.vitrine.demo;

import java.nio.ByteOrder;
import java.nio.IntBuffer;
import org.vitrine.client.Pixels;

/**
 * Draws colour bars that move left, a grey ramp that moves right, and a ball; any frame can be told from its number.
 *
 * <p>The unused byte of a pixel is not the pattern's: it is left 0 by {@link #draw} and ignored by
 * {@link #wrongPixels}.
 *
 * @param widthPixels at least {@link #MIN_SIZE}
 * @param heightPixels at least {@link #MIN_SIZE}
 */
record TestPattern(int widthPixels, int heightPixels) {
    static final int MIN_SIZE = 64;
    private static final int[] BARS = {0xFFFFFF, 0xFFD400, 0x00C8D7, 0x1DB954, 0xC2188B, 0xE53935, 0x1E40AF, 0x101010};
    private static final int RGB = 0xFFFFFF;
    private static final int BALL = 0xFF7A00;
    private static final int STEP = 8;

    TestPattern {
        if (widthPixels < MIN_SIZE || heightPixels < MIN_SIZE) {
            throw new IllegalArgumentException("a test pattern is at least " + MIN_SIZE + " pixels wide and high");
        }
    }

    /** Returns the colour of a pixel, {@code 0xRRGGBB}. */
    int pixel(int x, int y, long frame) {
        long dx = (long) x - ballX(frame);
        long dy = (long) y - heightPixels / 3;
        if (dx * dx + dy * dy <= (long) ballRadius() * ballRadius()) {
            return BALL;
        }
        return background(x, y, frame);
    }

    /** Draws a frame in XRGB8888. */
    void draw(Pixels pixels, long frame) {
        int[] bars = row(0, frame);
        int[] ramp = row(heightPixels - 1, frame);
        for (int y = 0; y < heightPixels; y++) {
            IntBuffer row = row(pixels, y);
            row.put(0, isRamp(y) ? ramp : bars);
            drawBall(row, y, frame);
        }
    }

    /** Counts the pixels that are not those of a frame. */
    long wrongPixels(Pixels pixels, long frame) {
        return wrongPixels(pixels, frame, 1);
    }

    /** Looks at every n-th pixel across and down alone. */
    long wrongPixels(Pixels pixels, long frame, int every) {
        long wrong = 0;
        for (int y = 0; y < heightPixels; y += every) {
            IntBuffer row = row(pixels, y);
            for (int x = 0; x < widthPixels; x += every) {
                if ((row.get(x) & RGB) != pixel(x, y, frame)) {
                    wrong++;
                }
            }
        }
        return wrong;
    }

    private static IntBuffer row(Pixels pixels, int y) {
        return pixels.plane()
                .row(y)
                .asByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asIntBuffer();
    }

    private int[] row(int y, long frame) {
        int[] row = new int[widthPixels];
        for (int x = 0; x < widthPixels; x++) {
            row[x] = background(x, y, frame);
        }
        return row;
    }

    private void drawBall(IntBuffer row, int y, long frame) {
        long dy = (long) y - heightPixels / 3;
        long left = (long) ballRadius() * ballRadius() - dy * dy;
        if (left < 0) {
            return;
        }
        int half = (int) Math.sqrt((double) left);
        int centre = ballX(frame);
        for (int x = centre - half; x <= centre + half; x++) {
            row.put(x, BALL);
        }
    }

    private int background(int x, int y, long frame) {
        if (isRamp(y)) {
            int grey = (int) Math.floorMod(x - STEP * frame, 256L);
            return grey << 16 | grey << 8 | grey;
        }
        int barWidth = Math.ceilDiv(widthPixels, BARS.length);
        return BARS[(int) ((x + STEP * frame) / barWidth % BARS.length)];
    }

    private boolean isRamp(int y) {
        return y >= heightPixels * 3 / 4;
    }

    private int ballRadius() {
        return Math.min(widthPixels, heightPixels) / 8;
    }

    /** Where the ball's centre is: it rolls to and fro. */
    private int ballX(long frame) {
        int way = widthPixels - 1 - 2 * ballRadius();
        int at = (int) (frame * STEP % (2L * way));
        return ballRadius() + (at <= way ? at : 2 * way - at);
    }
}
