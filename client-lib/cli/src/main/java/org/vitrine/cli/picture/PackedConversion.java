package org.vitrine.cli.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.vitrine.client.PixelPlane;
import org.vitrine.client.Pixels;

/**
 * Converts formats with one little-endian number a pixel.
 *
 * @param bytes of a pixel, 2 to 4
 */
record PackedConversion(int bytes, Channel alpha, Channel red, Channel green, Channel blue) implements PixelConversion {
    private static final int INT_BYTES = 4;
    private static final int THREE_BYTES = 3;

    static PackedConversion opaque(int bytes, Channel red, Channel green, Channel blue) {
        return new PackedConversion(bytes, Channel.NONE, red, green, blue);
    }

    static PackedConversion withAlpha(Channel alpha, Channel red, Channel green, Channel blue) {
        return new PackedConversion(INT_BYTES, alpha, red, green, blue);
    }

    @Override
    public Picture read(Pixels pixels) {
        int width = pixels.widthPixels();
        int height = pixels.heightPixels();
        int[] argb = new int[Math.multiplyExact(width, height)];
        for (int y = 0; y < height; y++) {
            ByteBuffer row = row(pixels.plane(), y);
            for (int x = 0; x < width; x++) {
                argb[y * width + x] = toArgb(number(row, x * bytes));
            }
        }
        return new Picture(width, height, alpha.bits() > 0, argb);
    }

    @Override
    public void draw(Picture picture, Pixels pixels) {
        Sizes.requireSame(picture, pixels);
        for (int y = 0; y < picture.heightPixels(); y++) {
            ByteBuffer row = row(pixels.plane(), y);
            for (int x = 0; x < picture.widthPixels(); x++) {
                put(row, x * bytes, ofArgb(picture.pixel(x, y)));
            }
        }
    }

    private static ByteBuffer row(PixelPlane plane, int y) {
        return plane.row(y).asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    private int toArgb(int pixel) {
        if (inPlace()) {
            return alpha.bits() == 0 ? pixel | Picture.OPAQUE : pixel;
        }
        return alpha.read(pixel) << 24 | red.read(pixel) << 16 | green.read(pixel) << 8 | blue.read(pixel);
    }

    private int ofArgb(int argb) {
        if (inPlace()) {
            return argb;
        }
        return alpha.place(argb >>> 24)
                | red.place(argb >>> 16 & 0xFF)
                | green.place(argb >>> 8 & 0xFF)
                | blue.place(argb & 0xFF);
    }

    private boolean inPlace() {
        return red.isByteAt(16) && green.isByteAt(8) && blue.isByteAt(0);
    }

    private int number(ByteBuffer row, int at) {
        return switch (bytes) {
            case INT_BYTES -> row.getInt(at);
            case THREE_BYTES -> (row.getShort(at) & 0xFFFF) | (row.get(at + 2) & 0xFF) << 16;
            default -> row.getShort(at) & 0xFFFF;
        };
    }

    private void put(ByteBuffer row, int at, int pixel) {
        switch (bytes) {
            case INT_BYTES -> row.putInt(at, pixel);
            case THREE_BYTES -> row.putShort(at, (short) pixel).put(at + 2, (byte) (pixel >>> 16));
            default -> row.putShort(at, (short) pixel);
        }
    }
}
