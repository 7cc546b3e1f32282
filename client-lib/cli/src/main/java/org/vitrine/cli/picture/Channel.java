package org.vitrine.cli.picture;

/**
 * Places a colour within a pixel, as {@code drm_fourcc.h} writes it: {@code [15:0] R:G:B 5:6:5} has red at shift 11.
 *
 * @param shift its lowest bit, 0 to 31
 * @param bits how many it has, 0 (absent) to 8
 */
record Channel(int shift, int bits) {
    private static final int MAX = 255;

    /** A colour that the format has no room for. */
    static final Channel NONE = new Channel(0, 0);

    static Channel byteAt(int shift) {
        return new Channel(shift, 8);
    }

    /** Takes the colour out of a pixel, widened to 8 bits; 255 if it is absent. */
    int read(int pixel) {
        if (bits == 0) {
            return MAX;
        }
        return ((pixel >>> shift) & mask()) * MAX / mask();
    }

    /** Returns a pixel with only this colour, rounded to the nearest there is. */
    int place(int value) {
        if (bits == 0) {
            return 0;
        }
        return ((value * mask() + MAX / 2) / MAX) << shift;
    }

    /** Tells whether the colour lies where pictures have it, so that no conversion is needed. */
    boolean isByteAt(int otherShift) {
        return bits == 8 && shift == otherShift;
    }

    private int mask() {
        return (1 << bits) - 1;
    }
}
