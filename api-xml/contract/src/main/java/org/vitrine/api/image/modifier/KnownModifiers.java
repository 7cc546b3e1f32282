package org.vitrine.api.image.modifier;

import static org.vitrine.api.image.modifier.ModifierVendor.ALLWINNER;
import static org.vitrine.api.image.modifier.ModifierVendor.APPLE;
import static org.vitrine.api.image.modifier.ModifierVendor.ARM;
import static org.vitrine.api.image.modifier.ModifierVendor.BROADCOM;
import static org.vitrine.api.image.modifier.ModifierVendor.INTEL;
import static org.vitrine.api.image.modifier.ModifierVendor.MTK;
import static org.vitrine.api.image.modifier.ModifierVendor.NONE;
import static org.vitrine.api.image.modifier.ModifierVendor.NVIDIA;
import static org.vitrine.api.image.modifier.ModifierVendor.QCOM;
import static org.vitrine.api.image.modifier.ModifierVendor.SAMSUNG;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Lists the modifiers without parameters of {@code drm_fourcc.h} (Linux 7.2). */
final class KnownModifiers {

    private static final Map<String, Long> BITS = new HashMap<>();
    private static final Map<Long, String> NAMES = new HashMap<>();

    static {
        add("LINEAR", NONE, 0);
        add("INVALID", NONE, ModifierVendor.VALUE_MASK);
        addIntel();
        addNvidia();
        add("SAMSUNG_64_32_TILE", SAMSUNG, 1);
        add("SAMSUNG_16_16_TILE", SAMSUNG, 2);
        add("QCOM_COMPRESSED", QCOM, 1);
        add("QCOM_TILED2", QCOM, 2);
        add("QCOM_TILED3", QCOM, 3);
        add("BROADCOM_VC4_T_TILED", BROADCOM, 1);
        add("BROADCOM_UIF", BROADCOM, 6);
        add("ARM_16X16_BLOCK_U_INTERLEAVED", ARM, 1L << 52 | 1);
        add("ARM_INTERLEAVED_64K", ARM, 1L << 52 | 2);
        add("ALLWINNER_TILED", ALLWINNER, 1);
        add("MTK_16L_32S_TILE", MTK, 1);
        add("APPLE_GPU_TILED", APPLE, 1);
        add("APPLE_GPU_TILED_COMPRESSED", APPLE, 2);
        BITS.put("NONE", NONE.modifier(0));
        BITS.put("GENERIC_16_16_TILE", SAMSUNG.modifier(2));
    }

    private KnownModifiers() {}

    static Optional<String> nameOf(long modifier) {
        return Optional.ofNullable(NAMES.get(modifier));
    }

    static OptionalLong bitsOf(String name) {
        Long bits = BITS.get(name);
        return bits == null ? OptionalLong.empty() : OptionalLong.of(bits);
    }

    private static void addIntel() {
        add("I915_X_TILED", INTEL, 1);
        add("I915_Y_TILED", INTEL, 2);
        add("I915_Yf_TILED", INTEL, 3);
        add("I915_Y_TILED_CCS", INTEL, 4);
        add("I915_Yf_TILED_CCS", INTEL, 5);
        add("I915_Y_TILED_GEN12_RC_CCS", INTEL, 6);
        add("I915_Y_TILED_GEN12_MC_CCS", INTEL, 7);
        add("I915_Y_TILED_GEN12_RC_CCS_CC", INTEL, 8);
        add("I915_4_TILED", INTEL, 9);
        add("I915_4_TILED_DG2_RC_CCS", INTEL, 10);
        add("I915_4_TILED_DG2_MC_CCS", INTEL, 11);
        add("I915_4_TILED_DG2_RC_CCS_CC", INTEL, 12);
        add("I915_4_TILED_MTL_RC_CCS", INTEL, 13);
        add("I915_4_TILED_MTL_MC_CCS", INTEL, 14);
        add("I915_4_TILED_MTL_RC_CCS_CC", INTEL, 15);
        add("I915_4_TILED_LNL_CCS", INTEL, 16);
        add("I915_4_TILED_BMG_CCS", INTEL, 17);
    }

    private static void addNvidia() {
        add("NVIDIA_TEGRA_TILED", NVIDIA, 1);
        add("NVIDIA_16BX2_BLOCK_ONE_GOB", NVIDIA, 0x10);
        add("NVIDIA_16BX2_BLOCK_TWO_GOB", NVIDIA, 0x11);
        add("NVIDIA_16BX2_BLOCK_FOUR_GOB", NVIDIA, 0x12);
        add("NVIDIA_16BX2_BLOCK_EIGHT_GOB", NVIDIA, 0x13);
        add("NVIDIA_16BX2_BLOCK_SIXTEEN_GOB", NVIDIA, 0x14);
        add("NVIDIA_16BX2_BLOCK_THIRTYTWO_GOB", NVIDIA, 0x15);
    }

    private static void add(String name, ModifierVendor vendor, long value) {
        BITS.put(name, vendor.modifier(value));
        NAMES.put(vendor.modifier(value), name);
    }
}
