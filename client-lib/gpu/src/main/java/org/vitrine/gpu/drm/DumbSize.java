package org.vitrine.gpu.drm;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Says how large a dumb buffer is to be.
 *
 * @param widthPixels 1 or more
 * @param heightPixels 1 or more
 * @param bitsPerPixel of the whole pixel; drivers take 32, most also 8, 16 and 24
 */
public record DumbSize(int widthPixels, int heightPixels, int bitsPerPixel) {
    /** {@code struct drm_mode_create_dumb} of {@code drm/drm_mode.h}; the last three are the driver's answer. */
    static final long BYTES = 32;

    private static final long HEIGHT_OFFSET = 0;
    private static final long WIDTH_OFFSET = 4;
    private static final long BITS_PER_PIXEL_OFFSET = 8;
    private static final long HANDLE_OFFSET = 16;
    private static final long PITCH_OFFSET = 20;
    private static final long SIZE_OFFSET = 24;

    public DumbSize {
        if (widthPixels < 1 || heightPixels < 1 || bitsPerPixel < 1) {
            throw new IllegalArgumentException("A dumb buffer has at least one pixel of one bit");
        }
    }

    MemorySegment encode(Arena arena) {
        MemorySegment argument = arena.allocate(BYTES, Long.BYTES);
        argument.set(JAVA_INT, HEIGHT_OFFSET, heightPixels);
        argument.set(JAVA_INT, WIDTH_OFFSET, widthPixels);
        argument.set(JAVA_INT, BITS_PER_PIXEL_OFFSET, bitsPerPixel);
        return argument;
    }

    /**
     * Holds what the driver made.
     *
     * @param handle the kernel's number
     * @param pitchBytes from one row to the next, 0 … 2^32−1
     * @param sizeBytes of the whole buffer
     */
    record Made(int handle, long pitchBytes, long sizeBytes) {
        static Made decode(MemorySegment argument) {
            return new Made(
                    argument.get(JAVA_INT, HANDLE_OFFSET),
                    Integer.toUnsignedLong(argument.get(JAVA_INT, PITCH_OFFSET)),
                    argument.get(JAVA_LONG, SIZE_OFFSET));
        }
    }
}
