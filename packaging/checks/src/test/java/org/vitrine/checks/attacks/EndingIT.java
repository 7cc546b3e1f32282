package org.vitrine.checks.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.vitrine.checks.stage.Program;
import org.vitrine.checks.stage.Stage;

/** T36, T37: the broker ends when it is told to, and when its bus is dead; it leaves nobody waiting. */
class EndingIT {
    private static final int STOPPED = 0; // as vitrine-broker --help says
    private static final int START_AGAIN = 75;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CALLS = 12; // an application may have 16 unanswered

    @Test
    void answersCallsInFlightWhenToldToEnd() {
        try (Stage stage = Stage.withBroker();
                Program attacker = stage.startAttacker("in_flight.py", Integer.toString(CALLS))) {
            assertThat(attacker.readLine()).isEqualTo("ready");
            stage.broker().process().destroy();
            Figures figures = Figures.parse(attacker.finish().mustSucceed());

            assertThat(figures.answered()).as(figures::remarks).isEqualTo(CALLS);
            assertThat(stage.broker().awaitExit(PATIENCE)).isEqualTo(STOPPED);
        }
    }

    @Test
    void endsWhenItsBusIsFrozen() {
        try (Stage stage = Stage.withBroker()) {
            stage.bus().signal("STOP");

            assertThat(stage.broker().awaitExit(PATIENCE)).isEqualTo(START_AGAIN);
        }
    }

    @Test
    void endsWhenItsBusIsGone() {
        try (Stage stage = Stage.withBroker()) {
            stage.bus().signal("KILL");

            assertThat(stage.broker().awaitExit(PATIENCE)).isEqualTo(START_AGAIN);
        }
    }
}
