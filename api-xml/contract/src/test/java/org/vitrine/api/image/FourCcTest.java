package org.vitrine.api.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FourCcTest {

    @Test
    void keepsTheFirstCharacterInTheLowestByte() {
        assertThat(FourCc.of("XR24").code()).isEqualTo(0x34325258);
        assertThat(FourCc.of("C8").code()).isEqualTo(0x20203843);
    }

    @Test
    void knowsFormatsByTheirNames() {
        assertThat(FourCc.ofName("XRGB8888")).isEqualTo(FourCc.of("XR24"));
        assertThat(FourCc.of("AB24")).hasToString("ABGR8888");
        assertThat(FourCc.INVALID).hasToString("INVALID");
    }

    @Test
    void marksBigEndianFormatsInTheirNames() {
        FourCc format = FourCc.ofName("RGB565_BE");

        assertThat(format.unsignedCode()).isEqualTo(0xb6314752L);
        assertThat(format).hasToString("RGB565_BE");
        assertThat(format.isBigEndian()).isTrue();
        assertThat(format.littleEndian()).hasToString("RGB565");
    }

    @Test
    void showsUnknownFormatsAsCharacters() {
        assertThat(FourCc.of("zz 9")).hasToString("zz 9");
        assertThat(FourCc.of("zz").bigEndian()).hasToString("zz_BE");
    }

    @Test
    void showsAnUnknownFormatThatLooksLikeAnothersNameAsANumber() {
        assertThat(FourCc.of("R16F")).hasToString("0x46363152");
        assertThat(FourCc.ofName("R16F")).isEqualTo(FourCc.of("R  H"));
    }

    @Test
    void showsUnprintableFormatsAsNumbers() {
        assertThat(new FourCc(0x01020304)).hasToString("0x01020304");
    }

    @Test
    void refusesTextThatIsNoFormat() {
        for (String text : new String[] {"", "XRGB88888", "0x1", "0xXYZ", "a:b", "_BE", "é"}) {
            assertThatThrownBy(() -> FourCc.ofName(text)).as(text).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void takesUnsignedNumbersOf32BitsOnly() {
        assertThat(FourCc.ofUnsigned(0xffff_ffffL).code()).isEqualTo(-1);
        assertThatThrownBy(() -> FourCc.ofUnsigned(1L << 32)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FourCc.ofUnsigned(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
