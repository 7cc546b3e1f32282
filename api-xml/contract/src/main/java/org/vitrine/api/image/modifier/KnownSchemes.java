package org.vitrine.api.image.modifier;

import static org.vitrine.api.image.modifier.ModifierVendor.AMD;
import static org.vitrine.api.image.modifier.ModifierVendor.AMLOGIC;
import static org.vitrine.api.image.modifier.ModifierVendor.ARM;
import static org.vitrine.api.image.modifier.ModifierVendor.BROADCOM;
import static org.vitrine.api.image.modifier.ModifierVendor.MTK;
import static org.vitrine.api.image.modifier.ModifierVendor.NVIDIA;
import static org.vitrine.api.image.modifier.ModifierVendor.VIVANTE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Lists the modifiers with parameters of {@code drm_fourcc.h} (Linux 7.2). */
final class KnownSchemes {

    private static final List<ModifierScheme> SCHEMES = new ArrayList<>();

    static {
        addAmd();
        addArm();
        addBroadcom();
        addVivante();
        SCHEMES.add(ModifierScheme.of(
                "NVIDIA_BLOCK_LINEAR_2D",
                NVIDIA.modifier(0x10),
                BitField.of("COMPRESSION", 23, 3),
                new BitField("SECTOR", 3L << 26 | 1L << 22, List.of()),
                BitField.of("GENERATION", 20, 2),
                BitField.of("KIND", 12, 8),
                BitField.of("HEIGHT", 0, 4)));
        SCHEMES.add(ModifierScheme.of(
                "AMLOGIC_FBC",
                AMLOGIC.modifier(0),
                BitField.of("LAYOUT", 0, 8, "", "BASIC", "SCATTER"),
                BitField.flag("MEM_SAVING", 8)));
        SCHEMES.add(ModifierScheme.of(
                "MTK",
                MTK.modifier(0),
                BitField.of("TILE", 0, 4, "NONE", "16L32S"),
                BitField.of("COMPRESS", 8, 4, "NONE", "V1"),
                BitField.of("10BIT_LAYOUT", 16, 4, "PACKED", "LSBTILED", "LSBRASTER")));
    }

    private KnownSchemes() {}

    /** Returns the first family that the modifier is a member of. */
    static Optional<ModifierScheme> containing(long modifier) {
        return SCHEMES.stream().filter(scheme -> scheme.contains(modifier)).findFirst();
    }

    static Optional<ModifierScheme> named(String name) {
        return SCHEMES.stream().filter(scheme -> scheme.name().equals(name)).findFirst();
    }

    private static void addAmd() {
        BitField tile = new BitField("TILE", 0x1fL << 8, List.of(amdTiles()));
        BitField gfx12Tile =
                BitField.of("TILE", 8, 5, "", "GFX12_256B_2D", "GFX12_4K_2D", "GFX12_64K_2D", "GFX12_256K_2D");
        SCHEMES.add(amd("AMD_GFX9", 1, tile));
        SCHEMES.add(amd("AMD_GFX10", 2, tile));
        SCHEMES.add(amd("AMD_GFX10_RBPLUS", 3, tile));
        SCHEMES.add(amd("AMD_GFX11", 4, tile));
        SCHEMES.add(amd("AMD_GFX12", 5, gfx12Tile));
        SCHEMES.add(amd("AMD", 0, BitField.of("TILE_VERSION", 0, 8), BitField.of("TILE", 8, 5)));
    }

    private static ModifierScheme amd(String name, int tileVersion, BitField... ownFields) {
        List<BitField> fields = new ArrayList<>(List.of(ownFields));
        fields.add(BitField.flag("DCC", 13));
        fields.add(BitField.flag("DCC_RETILE", 14));
        fields.add(BitField.flag("DCC_PIPE_ALIGN", 15));
        fields.add(BitField.flag("DCC_INDEPENDENT_64B", 16));
        fields.add(BitField.flag("DCC_INDEPENDENT_128B", 17));
        fields.add(BitField.of("DCC_MAX_COMPRESSED_BLOCK", 18, 2, "64B", "128B", "256B"));
        fields.add(BitField.flag("DCC_CONSTANT_ENCODE", 20));
        fields.add(BitField.of("PIPE_XOR_BITS", 21, 3));
        fields.add(BitField.of("BANK_XOR_BITS", 24, 3));
        fields.add(BitField.of("PACKERS", 27, 3));
        fields.add(BitField.of("RB", 30, 3));
        fields.add(BitField.of("PIPE", 33, 3));
        return new ModifierScheme(name, AMD.modifier(tileVersion), List.copyOf(fields));
    }

    private static String[] amdTiles() {
        String[] names = new String[32];
        Arrays.fill(names, "");
        names[9] = "GFX9_64K_S";
        names[10] = "GFX9_64K_D";
        names[22] = "GFX9_4K_D_X";
        names[25] = "GFX9_64K_S_X";
        names[26] = "GFX9_64K_D_X";
        names[27] = "GFX9_64K_R_X";
        names[31] = "GFX11_256K_R_X";
        return names;
    }

    private static void addArm() {
        SCHEMES.add(ModifierScheme.of(
                "ARM_AFBC",
                ARM.modifier(0),
                BitField.of("BLOCK_SIZE", 0, 4, "", "16x16", "32x8", "64x4", "32x8_64x4"),
                BitField.flag("YTR", 4),
                BitField.flag("SPLIT", 5),
                BitField.flag("SPARSE", 6),
                BitField.flag("CBR", 7),
                BitField.flag("TILED", 8),
                BitField.flag("SC", 9),
                BitField.flag("DB", 10),
                BitField.flag("BCH", 11),
                BitField.flag("USM", 12)));
        SCHEMES.add(ModifierScheme.of(
                "ARM_AFRC",
                ARM.modifier(2L << 52),
                BitField.of("CU_SIZE_P0", 0, 4, "", "16", "24", "32"),
                BitField.of("CU_SIZE_P12", 4, 4, "", "16", "24", "32"),
                BitField.flag("LAYOUT_SCAN", 8)));
    }

    private static void addBroadcom() {
        BitField columnHeight = BitField.of("COL_HEIGHT", 8, 48);
        SCHEMES.add(ModifierScheme.of("BROADCOM_SAND32", BROADCOM.modifier(2), columnHeight));
        SCHEMES.add(ModifierScheme.of("BROADCOM_SAND64", BROADCOM.modifier(3), columnHeight));
        SCHEMES.add(ModifierScheme.of("BROADCOM_SAND128", BROADCOM.modifier(4), columnHeight));
        SCHEMES.add(ModifierScheme.of("BROADCOM_SAND256", BROADCOM.modifier(5), columnHeight));
    }

    private static void addVivante() {
        BitField tileStatus = BitField.of("TS", 48, 4, "", "64_4", "64_2", "128_4", "256_4");
        BitField compression = BitField.of("COMP", 52, 4, "", "DEC400");
        List<String> tilings = List.of("TILED", "SUPER_TILED", "SPLIT_TILED", "SPLIT_SUPER_TILED");
        for (int i = 0; i < tilings.size(); i++) {
            String name = "VIVANTE_" + tilings.get(i);
            SCHEMES.add(ModifierScheme.of(name, VIVANTE.modifier(i + 1), tileStatus, compression));
        }
    }
}
