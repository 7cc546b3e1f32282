package org.vitrine.api.image.modifier;

/** Tells what a modifier promises about the size of the storage. */
public final class PixelStorage {

    private static final long VIVANTE_TILED = 1;
    private static final long VIVANTE_SUPER_TILED = 2;
    private static final long BROADCOM_VC4_T_TILED = 1;
    private static final long BROADCOM_UIF = 6;

    private PixelStorage() {}

    /**
     * Tells whether each plane of the format surely takes at least its linear, unpadded size, beginning at its offset.
     *
     * <p>True where the header describes a mere reordering of pixels, also with compression if that keeps the full-size
     * surface (Intel's CCS, AMD's DCC, NVIDIA's and Apple's compressible kinds). False where pixels may take less
     * (AFBC, AFRC, Amlogic's and MediaTek's compression, Qualcomm's UBWC), where a plane is in several places
     * (Vivante's split tilings, Broadcom's SAND columns) and where the header says nothing.
     */
    public static boolean keepsEveryPixel(long modifier) {
        return ModifierVendor.of(modifier)
                .map(vendor -> keepsEveryPixel(vendor, modifier & ModifierVendor.VALUE_MASK))
                .orElse(false);
    }

    private static boolean keepsEveryPixel(ModifierVendor vendor, long value) {
        return switch (vendor) {
            case INTEL, AMD, NVIDIA, SAMSUNG, ALLWINNER, APPLE ->
                KnownModifiers.nameOf(vendor.modifier(value)).isPresent()
                        || KnownSchemes.containing(vendor.modifier(value)).isPresent();
            case VIVANTE -> value == VIVANTE_TILED || value == VIVANTE_SUPER_TILED;
            case BROADCOM -> value == BROADCOM_VC4_T_TILED || value == BROADCOM_UIF;
            case NONE, QCOM, ARM, AMLOGIC, MTK -> false;
        };
    }
}
