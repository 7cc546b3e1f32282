package org.vitrine.checks.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** T7: messages that are larger than the broker's whole heap. */
class HugeMessagesIT {
    @RegisterExtension
    static final Siege SIEGE = Siege.ofBroker("-Xmx48m");

    @Test
    void refusesMessagesLargerThanItsHeapWhileItServesOthers() {
        Figures figures = SIEGE.attack("T7", "huge.py", "1", "8", "30", "60", "90", "120");

        assertThat(figures.number("limits_exceeded")).as(figures::remarks).isEqualTo(figures.sent());
        assertThat(figures.number("bystander_calls")).isPositive();
    }
}
