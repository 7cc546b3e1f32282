package org.vitrine.cli.picture;

import java.nio.ByteBuffer;
import org.vitrine.client.Pixels;

/**
 * Converts NV12: a plane of brightness, and one of colour, Cb and Cr in turn, at half the width and height.
 *
 * <p>ITU-R BT.709 in limited range (16 to 235), as video has it. Colour is shared by 2×2 pixels, so a picture changes a
 * little on the way.
 */
record Nv12Conversion() implements PixelConversion {
    private static final double RED = 0.2126;
    private static final double BLUE = 0.0722;
    private static final double GREEN = 1 - RED - BLUE;
    private static final double LUMA_RANGE = 219.0 / 255;
    private static final double CHROMA_RANGE = 224.0 / 255;
    private static final int LUMA_ZERO = 16;
    private static final int CHROMA_ZERO = 128;

    @Override
    public Picture read(Pixels pixels) {
        int width = pixels.widthPixels();
        int height = pixels.heightPixels();
        int[] argb = new int[Math.multiplyExact(width, height)];
        for (int y = 0; y < height; y++) {
            ByteBuffer luma = pixels.planes().get(0).row(y).asByteBuffer();
            ByteBuffer chroma = pixels.planes().get(1).row(y / 2).asByteBuffer();
            for (int x = 0; x < width; x++) {
                int pair = x / 2 * 2;
                argb[y * width + x] = toArgb(luma.get(x) & 0xFF, chroma.get(pair) & 0xFF, chroma.get(pair + 1) & 0xFF);
            }
        }
        return new Picture(width, height, false, argb);
    }

    @Override
    public void draw(Picture picture, Pixels pixels) {
        Sizes.requireSame(picture, pixels);
        for (int y = 0; y < picture.heightPixels(); y++) {
            ByteBuffer luma = pixels.planes().get(0).row(y).asByteBuffer();
            for (int x = 0; x < picture.widthPixels(); x++) {
                luma.put(x, (byte) Math.round(LUMA_ZERO + LUMA_RANGE * brightness(picture.pixel(x, y))));
            }
        }
        for (int y = 0; y < picture.heightPixels(); y += 2) {
            ByteBuffer chroma = pixels.planes().get(1).row(y / 2).asByteBuffer();
            for (int x = 0; x < picture.widthPixels(); x += 2) {
                int mean = mean(picture, x, y);
                chroma.put(x, chroma((mean & 0xFF) - brightness(mean), BLUE));
                chroma.put(x + 1, chroma((mean >> 16 & 0xFF) - brightness(mean), RED));
            }
        }
    }

    private static double brightness(int argb) {
        return RED * (argb >> 16 & 0xFF) + GREEN * (argb >> 8 & 0xFF) + BLUE * (argb & 0xFF);
    }

    private static byte chroma(double difference, double weight) {
        return (byte) Math.round(CHROMA_ZERO + CHROMA_RANGE * difference / (2 * (1 - weight)));
    }

    private static int mean(Picture picture, int x, int y) {
        int right = Math.min(x + 1, picture.widthPixels() - 1);
        int below = Math.min(y + 1, picture.heightPixels() - 1);
        int mean = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int sum = (picture.pixel(x, y) >> shift & 0xFF)
                    + (picture.pixel(right, y) >> shift & 0xFF)
                    + (picture.pixel(x, below) >> shift & 0xFF)
                    + (picture.pixel(right, below) >> shift & 0xFF);
            mean |= ((sum + 2) / 4) << shift;
        }
        return mean;
    }

    private static int toArgb(int luma, int cb, int cr) {
        double brightness = (luma - LUMA_ZERO) / LUMA_RANGE;
        double blue = brightness + (cb - CHROMA_ZERO) / CHROMA_RANGE * 2 * (1 - BLUE);
        double red = brightness + (cr - CHROMA_ZERO) / CHROMA_RANGE * 2 * (1 - RED);
        double green = (brightness - RED * red - BLUE * blue) / GREEN;
        return Picture.OPAQUE | clamp(red) << 16 | clamp(green) << 8 | clamp(blue);
    }

    private static int clamp(double value) {
        return Math.clamp(Math.round(value), 0, 255);
    }
}
