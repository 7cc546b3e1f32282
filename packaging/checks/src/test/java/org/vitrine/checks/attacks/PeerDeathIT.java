package org.vitrine.checks.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vitrine.checks.stage.Eventually;
import org.vitrine.checks.stage.Portal;
import org.vitrine.checks.stage.Program;

/** A producer and a consumer that are killed at any step leave nothing behind. */
class PeerDeathIT {
    private static final int KILLED = 128 + 9;
    private static final Duration CLEAN_UP_PATIENCE = Duration.ofSeconds(30);

    @RegisterExtension
    static final Siege SIEGE = Siege.ofBroker();

    @Test
    void freesEverythingOfPeersKilledAtAnyStep() {
        int steps =
                Figures.parse(SIEGE.stage().attacker("dying.py").mustSucceed()).number("steps");
        assertThat(steps).isGreaterThanOrEqualTo(15);

        SIEGE.attack("T20", () -> {
            long cleanedUp = IntStream.range(0, steps)
                    .filter(step -> cleansUpAfterDeathAt(Integer.toString(step)))
                    .count();
            return new Figures(Map.of("sent", "" + steps, "answered", "" + cleanedUp));
        });
    }

    private static boolean cleansUpAfterDeathAt(String step) {
        Program.Result killed = SIEGE.stage().attacker("dying.py", step);
        assertThat(killed.exitCode()).as(killed::toString).isEqualTo(KILLED);
        Portal portal = SIEGE.stage().portal();
        assertThat(Eventually.holds(CLEAN_UP_PATIENCE, () -> portal.images().isEmpty()))
                .as("no image is left of a producer that was killed at step " + step)
                .isTrue();
        return true;
    }
}
