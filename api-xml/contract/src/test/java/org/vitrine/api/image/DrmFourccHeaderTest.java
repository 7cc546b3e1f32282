package org.vitrine.api.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Compares the tables with the kernel's header. */
class DrmFourccHeaderTest {

    private static final List<String> ALIASES = List.of("DRM_FORMAT_MOD_NONE", "DRM_FORMAT_MOD_GENERIC_16_16_TILE");

    private DrmFourccHeader header = new DrmFourccHeader(Path.of("none"), "");

    @BeforeEach
    void findHeader() {
        header = DrmFourccHeader.installed()
                .orElseGet(() -> Assumptions.abort(
                        "SKIPPED: no drm_fourcc.h to compare with; install libdrm-dev, or name one in DRM_FOURCC_H"));
    }

    @Test
    void knowsEveryFormatOfTheHeaderByNameAndCode() {
        Map<String, String> formats = header.formatCharacters();

        assertThat(formats).hasSizeGreaterThan(90);
        assertThat(formats).allSatisfy((name, characters) -> {
            FourCc format = FourCc.of(characters);
            assertThat(format.name()).isEqualTo(name);
            assertThat(FourCc.ofName(name)).isEqualTo(format);
            assertThat(format.bigEndian().name()).isEqualTo(name + "_BE");
        });
    }

    @Test
    void knowsEveryModifierWithoutParametersByNameAndBits() throws Exception {
        Map<String, Long> modifiers = evaluate(header.modifierNames());

        assertThat(modifiers).hasSizeGreaterThan(40).allSatisfy((name, bits) -> {
            String text = textOf(name);
            assertThat(Modifier.parse(text).bits()).as(name).isEqualTo(bits);
            if (!ALIASES.contains(name)) {
                assertThat(new Modifier(bits)).hasToString(text);
            }
        });
    }

    @Test
    void explainsModifiersWithParametersLikeTheHeader() throws Exception {
        Map<String, String> texts = Map.of(
                "DRM_FORMAT_MOD_NVIDIA_BLOCK_LINEAR_2D(3, 1, 2, 6, 4)",
                "NVIDIA_BLOCK_LINEAR_2D(COMPRESSION=3,SECTOR=1,GENERATION=2,KIND=6,HEIGHT=4)",
                "DRM_FORMAT_MOD_BROADCOM_SAND128_COL_HEIGHT(1080)",
                "BROADCOM_SAND128(COL_HEIGHT=1080)",
                "DRM_FORMAT_MOD_ARM_AFBC(AFBC_FORMAT_MOD_BLOCK_SIZE_32x8 | AFBC_FORMAT_MOD_YTR | AFBC_FORMAT_MOD_USM)",
                "ARM_AFBC(BLOCK_SIZE=32x8,YTR,USM)",
                "DRM_FORMAT_MOD_ARM_AFRC(AFRC_FORMAT_MOD_CU_SIZE_P0(AFRC_FORMAT_MOD_CU_SIZE_24)"
                        + "| AFRC_FORMAT_MOD_CU_SIZE_P12(AFRC_FORMAT_MOD_CU_SIZE_16) | AFRC_FORMAT_MOD_LAYOUT_SCAN)",
                "ARM_AFRC(CU_SIZE_P0=24,CU_SIZE_P12=16,LAYOUT_SCAN)",
                "DRM_FORMAT_MOD_AMLOGIC_FBC(AMLOGIC_FBC_LAYOUT_SCATTER, AMLOGIC_FBC_OPTION_MEM_SAVING)",
                "AMLOGIC_FBC(LAYOUT=SCATTER,MEM_SAVING)",
                "AMD_FMT_MOD | AMD_FMT_MOD_SET(TILE_VERSION, AMD_FMT_MOD_TILE_VER_GFX10_RBPLUS)"
                        + "| AMD_FMT_MOD_SET(TILE, AMD_FMT_MOD_TILE_GFX9_64K_R_X) | AMD_FMT_MOD_SET(DCC, 1)"
                        + "| AMD_FMT_MOD_SET(DCC_INDEPENDENT_64B, 1) | AMD_FMT_MOD_SET(DCC_MAX_COMPRESSED_BLOCK, 1)"
                        + "| AMD_FMT_MOD_SET(PIPE_XOR_BITS, 4) | AMD_FMT_MOD_SET(PACKERS, 3) | AMD_FMT_MOD_SET(PIPE, 5)",
                "AMD_GFX10_RBPLUS(TILE=GFX9_64K_R_X,DCC,DCC_INDEPENDENT_64B,DCC_MAX_COMPRESSED_BLOCK=128B,"
                        + "PIPE_XOR_BITS=4,PACKERS=3,PIPE=5)");

        assertThat(evaluate(List.copyOf(texts.keySet())))
                .allSatisfy((expression, bits) -> assertThat(new Modifier(bits)).hasToString(texts.get(expression)));
    }

    /** The rule in {@link Modifier#toString}. */
    private static String textOf(String constant) {
        return constant.replaceFirst("^DRM_FORMAT_MOD_", "")
                .replace("_FORMAT_MOD_", "_")
                .replace("_FMT_MOD", "");
    }

    private Map<String, Long> evaluate(List<String> expressions) throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/cc")), "SKIPPED: no C compiler to read drm_fourcc.h with");
        return header.evaluate(expressions);
    }
}
