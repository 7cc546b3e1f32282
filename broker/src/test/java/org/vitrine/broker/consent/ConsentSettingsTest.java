package org.vitrine.broker.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConsentSettingsTest {
    @Test
    void deniesByDefaultAndWaitsFiveMinutes() {
        assertThat(ConsentSettings.DEFAULTS)
                .isEqualTo(new ConsentSettings(Duration.ofMinutes(5), ConsentDefault.DENY, 256));
    }

    @Test
    void refusesWhatLetsNobodyAnswer() {
        assertThatThrownBy(() -> new ConsentSettings(Duration.ofMillis(999), ConsentDefault.DENY, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ConsentSettings(Duration.ofMinutes(5), ConsentDefault.DENY, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
