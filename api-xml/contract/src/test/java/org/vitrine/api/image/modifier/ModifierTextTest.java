package org.vitrine.api.image.modifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ModifierTextTest {

    @Test
    void namesTheTwoModifiersOfNoVendor() {
        assertThat(ModifierText.print(0)).isEqualTo("LINEAR");
        assertThat(ModifierText.print(0x00ff_ffff_ffff_ffffL)).isEqualTo("INVALID");
    }

    @Test
    void showsOnlyParametersThatAreNotZero() {
        assertThat(ModifierText.print(0x0800_0000_0000_0041L)).isEqualTo("ARM_AFBC(BLOCK_SIZE=16x16,SPARSE)");
        assertThat(ModifierText.print(0x0800_0000_0000_0000L)).isEqualTo("ARM_AFBC");
        assertThat(ModifierText.print(0x0601_0000_0000_0002L)).isEqualTo("VIVANTE_SUPER_TILED(TS=64_4)");
    }

    @Test
    void showsParametersWithoutANameAsNumbers() {
        assertThat(ModifierText.print(0x0800_0000_0000_000fL)).isEqualTo("ARM_AFBC(BLOCK_SIZE=15)");
    }

    @Test
    void gathersTheSectorOfNvidiasLayoutFromTwoPlaces() {
        assertThat(ModifierText.print(0x0300_0000_0c40_0010L)).isEqualTo("NVIDIA_BLOCK_LINEAR_2D(SECTOR=7)");
    }

    @Test
    void namesAmdsTilesByGeneration() {
        assertThat(ModifierText.print(0x0200_0000_0000_1b04L)).isEqualTo("AMD_GFX11(TILE=GFX9_64K_R_X)");
        assertThat(ModifierText.print(0x0200_0000_0000_0305L)).isEqualTo("AMD_GFX12(TILE=GFX12_64K_2D)");
        assertThat(ModifierText.print(0x0200_0000_0000_0309L)).isEqualTo("AMD(TILE_VERSION=9,TILE=3)");
    }

    @Test
    void showsBitsThatTheHeaderDoesNotExplainAsNumbers() {
        assertThat(ModifierText.print(0x0100_0000_0000_0fffL)).isEqualTo("INTEL_0xfff");
        assertThat(ModifierText.print(0x0800_0000_0001_0001L)).isEqualTo("ARM_0x10001");
        assertThat(ModifierText.print(0x4200_0000_0000_0001L)).isEqualTo("0x4200000000000001");
        assertThat(ModifierText.print(7)).isEqualTo("0x0000000000000007");
    }

    @Test
    void readsParametersInAnyOrder() {
        assertThat(ModifierText.parse("ARM_AFBC(SPARSE,BLOCK_SIZE=16x16)")).hasValue(0x0800_0000_0000_0041L);
    }

    @Test
    void readsAliasesAndNumbers() {
        assertThat(ModifierText.parse("NONE")).hasValue(0);
        assertThat(ModifierText.parse("GENERIC_16_16_TILE")).hasValue(0x0400_0000_0000_0002L);
        assertThat(ModifierText.parse("0x0100000000000001")).hasValue(0x0100_0000_0000_0001L);
        assertThat(ModifierText.parse("INTEL_0x1")).hasValue(0x0100_0000_0000_0001L);
    }

    @Test
    void refusesTextThatIsNoModifier() {
        for (String text : new String[] {
            "",
            "linear",
            "I915_X_TILED(A)",
            "ARM_AFBC()",
            "ARM_AFBC(SPARSE,SPARSE)",
            "ARM_AFBC(,)",
            "ARM_AFBC(BLOCK_SIZE=16)",
            "ARM_AFBC(BLOCK_SIZE=0)",
            "ARM_AFBC(BLOCK_SIZE=16x16,BLOCK_SIZE=1)",
            "BROADCOM_SAND128(COL_HEIGHT=281474976710656)",
            "NOBODY_0x1",
            "0x12345678901234567"
        }) {
            assertThat(ModifierText.parse(text)).as(text).isEmpty();
        }
    }
}
