package org.vitrine.fd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;

class DmaBufNameTest {
    @Test
    void takesAsManyBytesAsTheKernel() {
        assertThat(new DmaBufName("n".repeat(31)).text()).hasSize(31);
        assertThat(new DmaBufName("").text()).isEmpty();
        assertThat(new DmaBufName("Fenster 1: Übersicht").text()).contains("Ü");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\nexp_name:\tevil",
                "tab\there",
                "nul\0",
                "escape\u001b[2J",
                "delete\u007f",
                "line\u2028separator",
                "turned\u202eround",
                "12345678901234567890123456789012",
                "üüüüüüüüüüüüüüüü"
            })
    void refusesWhatWouldNotShowAsItself(String text) {
        assertThatExceptionOfType(VitrineException.class)
                .isThrownBy(() -> new DmaBufName(text))
                .satisfies(e -> assertThat(e.name()).isEqualTo(ErrorName.INVALID_ARGUMENT));
    }
}
