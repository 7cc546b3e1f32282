package org.vitrine.api.image;

import java.util.Optional;

/**
 * Names how the pixels of a buffer are stored: a DRM format code.
 *
 * <p>The code is the unsigned 32-bit number of the kernel's {@code include/uapi/drm/drm_fourcc.h}: four characters, the
 * first in the lowest byte, and {@link #BIG_ENDIAN_FLAG} in the top bit. Every number is allowed; what a number means
 * is found in {@link FormatTable}.
 *
 * @param code the 32 bits of the code
 */
public record FourCc(int code) {

    /** Marks the big-endian twin of a format: {@code DRM_FORMAT_BIG_ENDIAN}. */
    public static final int BIG_ENDIAN_FLAG = 1 << 31;

    /** {@code DRM_FORMAT_INVALID}, which is no format. */
    public static final FourCc INVALID = new FourCc(0);

    /** Blue, green, red and an unused byte, in this order in memory: what wl_shm and most screens use. */
    public static final FourCc XRGB8888 = of("XR24");
    /** Blue, green, red, alpha in memory. */
    public static final FourCc ARGB8888 = of("AR24");
    /** Red, green, blue and an unused byte in memory. */
    public static final FourCc XBGR8888 = of("XB24");
    /** Red, green, blue, alpha in memory: OpenGL's RGBA. */
    public static final FourCc ABGR8888 = of("AB24");

    /**
     * Builds the code from its characters.
     *
     * @param characters one to four ASCII characters such as {@code "XR24"}; missing ones are spaces
     * @throws IllegalArgumentException if there are none, more than four, or one is not ASCII
     */
    public static FourCc of(String characters) {
        return FourCcText.ofCharacters(characters)
                .orElseThrow(() -> new IllegalArgumentException("A FourCC is one to four ASCII characters"));
    }

    /**
     * Builds the code from an unsigned number, as D-Bus delivers it.
     *
     * @throws IllegalArgumentException if {@code code} is not in 0 … 2^32−1
     */
    public static FourCc ofUnsigned(long code) {
        if (code >>> 32 != 0) {
            throw new IllegalArgumentException("A FourCC has 32 bits");
        }
        return new FourCc((int) code);
    }

    /**
     * Reads what {@link #name()} writes: a DRM name ({@code XRGB8888}, {@code RGB565_BE}), four characters
     * ({@code XR24}) or a number ({@code 0x34325258}).
     *
     * @throws IllegalArgumentException if the text is none of these
     */
    public static FourCc ofName(String name) {
        return FourCcText.parse(name).orElseThrow(() -> new IllegalArgumentException("Unknown DRM format name"));
    }

    /** Tells whether the components of a pixel are stored in big-endian order. */
    public boolean isBigEndian() {
        return (code & BIG_ENDIAN_FLAG) != 0;
    }

    /** Returns the same format with its components in little-endian order. */
    public FourCc littleEndian() {
        return new FourCc(code & ~BIG_ENDIAN_FLAG);
    }

    /** Returns the same format with its components in big-endian order. */
    public FourCc bigEndian() {
        return new FourCc(code | BIG_ENDIAN_FLAG);
    }

    /** Returns the code as an unsigned number, 0 … 2^32−1. */
    public long unsignedCode() {
        return Integer.toUnsignedLong(code);
    }

    /** Returns the sizes of the format's planes, or nothing if the format is unknown or has no linear layout. */
    public Optional<PixelLayout> layout() {
        return FormatTable.find(this);
    }

    /**
     * Returns the name of the format, the way {@link #ofName} reads it.
     *
     * <p>That is the kernel's name without {@code DRM_FORMAT_}; for an unknown code its characters if they can't be
     * mistaken for a name, else its number in hexadecimal.
     */
    public String name() {
        return FourCcText.print(this);
    }

    @Override
    public String toString() {
        return name();
    }
}
