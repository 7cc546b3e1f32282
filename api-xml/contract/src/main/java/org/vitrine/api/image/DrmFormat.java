package org.vitrine.api.image;

import java.util.Objects;

/**
 * Defines the memory layout of a buffer: a FourCC and a modifier, which mean something only together.
 *
 * @param fourCc how a pixel is stored
 * @param modifier how pixels are arranged
 */
public record DrmFormat(FourCc fourCc, Modifier modifier) {

    public DrmFormat {
        Objects.requireNonNull(fourCc);
        Objects.requireNonNull(modifier);
    }

    /** Returns the format with its pixels in plain rows. */
    public static DrmFormat linear(FourCc fourCc) {
        return new DrmFormat(fourCc, Modifier.LINEAR);
    }

    /**
     * Reads what {@link #toString} writes, such as {@code XRGB8888:LINEAR}.
     *
     * @throws IllegalArgumentException if there is no colon, or what is before or after it is no name
     */
    public static DrmFormat parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("A DRM format is written FORMAT:MODIFIER");
        }
        return new DrmFormat(FourCc.ofName(text.substring(0, colon)), Modifier.parse(text.substring(colon + 1)));
    }

    /** Returns both names with a colon between them. */
    @Override
    public String toString() {
        return fourCc + ":" + modifier;
    }
}
