package org.vitrine.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LimitsTest {
    @Test
    void defaultsAreThoseOfTheThreatModel() {
        assertThat(Limits.DEFAULTS)
                .isEqualTo(new Limits(4, 16, 16, 65_536, 4_096, 8, 64, 128, 16, 128, 256, 32_768, 32_768, 64, 256, 16));
    }

    @Test
    void refusesALimitOfZeroAndNamesIt() {
        assertThatThrownBy(() ->
                        new Limits(4, 16, 0, 65_536, 4_096, 8, 64, 128, 16, 128, 256, 32_768, 32_768, 64, 256, 16))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("descriptorsPerMessage must be at least 1, not 0");
    }
}
