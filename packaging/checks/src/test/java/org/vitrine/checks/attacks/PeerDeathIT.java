package org.vitrine.checks.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vitrine.checks.stage.Program;
import org.vitrine.checks.stage.Stage;

/** A producer and a consumer that are killed at any step leave nothing behind. */
class PeerDeathIT {
    private static final int KILLED = 128 + 9;

    @RegisterExtension
    static final Siege SIEGE = Siege.ofBroker();

    @Test
    void freesEverythingOfPeersKilledAtAnyStep() {
        Stage stage = SIEGE.stage();
        int steps = Figures.parse(stage.attacker("dying.py").mustSucceed()).number("steps");
        assertThat(steps).isGreaterThanOrEqualTo(15);

        for (int step = 0; step < steps; step++) {
            String dyingAt = Integer.toString(step);
            SIEGE.attack("T20, " + dyingAt, () -> killedAt(dyingAt));
            assertThat(stage.portal().images()).as("images after a death at step " + step).isEmpty();
        }
    }

    private static Figures killedAt(String step) {
        Program.Result result = SIEGE.stage().attacker("dying.py", step);
        assertThat(result.exitCode()).as(result::toString).isEqualTo(KILLED);
        return new Figures(Map.of("sent", "1", "answered", "0", "step", step));
    }
}
