package org.vitrine.api.image;

import java.util.Optional;
import org.vitrine.api.image.modifier.ModifierText;
import org.vitrine.api.image.modifier.ModifierVendor;

/**
 * Names how the pixels of a plane are arranged in memory: a DRM format modifier.
 *
 * <p>Source: the kernel's {@code include/uapi/drm/drm_fourcc.h}. The top 8 bits are the vendor, the meaning of the
 * others is the vendor's. Every number is allowed.
 *
 * @param bits the 64 bits of the modifier
 */
public record Modifier(long bits) {

    /** Rows of pixels one after the other: {@code DRM_FORMAT_MOD_LINEAR}. */
    public static final Modifier LINEAR = new Modifier(0);

    /** No modifier, only the drivers know the arrangement: {@code DRM_FORMAT_MOD_INVALID}. */
    public static final Modifier INVALID = new Modifier(0x00ff_ffff_ffff_ffffL);

    /**
     * Reads what {@link #toString} writes, and the kernel's aliases {@code NONE} and {@code GENERIC_16_16_TILE}.
     *
     * @throws IllegalArgumentException if the text is not such a name
     */
    public static Modifier parse(String text) {
        return new Modifier(ModifierText.parse(text)
                .orElseThrow(() -> new IllegalArgumentException("Unknown DRM format modifier")));
    }

    /** Returns the vendor, or nothing if the number is not given to one. {@link #LINEAR} is of vendor {@code NONE}. */
    public Optional<ModifierVendor> vendor() {
        return ModifierVendor.of(bits);
    }

    /** Tells whether rows of pixels are stored one after the other. */
    public boolean isLinear() {
        return equals(LINEAR);
    }

    /**
     * Returns the name, the way {@link #parse} reads it.
     *
     * <p>That is the kernel's name without the words {@code DRM}, {@code FORMAT}, {@code FMT} and {@code MOD}, followed
     * by the parameters that are not zero: {@code LINEAR}, {@code I915_X_TILED},
     * {@code ARM_AFBC(BLOCK_SIZE=16x16,SPARSE)}. Bits that the kernel's header does not explain are shown as
     * {@code INTEL_0x…} or, of an unknown vendor, {@code 0x…}.
     */
    @Override
    public String toString() {
        return ModifierText.print(bits);
    }
}
