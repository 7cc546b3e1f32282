package org.vitrine.checks.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** T5, T6: on the stock session bus anybody may send what only the bus driver should. */
class ForgedMessagesIT {
    @RegisterExtension
    static final Siege SIEGE = Siege.ofBroker();

    @Test
    void believesNoForgedAnswerAboutACaller() {
        Figures figures = SIEGE.attack("T5", "forged_replies.py", "10000");

        assertThat(figures.sent()).isEqualTo(10_000);
        assertThat(figures.number("believed")).isZero();
        assertThat(figures.number("questions")).as("asked about every caller").isEqualTo(figures.number("victims"));
        assertThat(figures.answered()).isEqualTo(figures.number("victims"));
    }

    @Test
    void believesNoForgedNewsThatAProducerLeft() {
        Figures figures = SIEGE.attack("T6", "forged_owner.py", "1000");

        assertThat(figures.sent()).isEqualTo(1_000);
        assertThat(figures.number("believed")).isZero();
    }
}
