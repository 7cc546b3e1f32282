package org.vitrine.checks.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.vitrine.checks.stage.Eventually;
import org.vitrine.checks.stage.Program;
import org.vitrine.checks.stage.Stage;
import org.vitrine.checks.stage.StillPicture;

/** A program that asks its user ten thousand times. */
final class InsistenceIT {
    private static final String TITLE = "Asked about";
    private static final int TIMES = 10_000;
    private static final int PENDING = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void aProgramThatAsksTenThousandTimesOpensOneDialogAndDisturbsNobodyElse() {
        try (Stage stage = Stage.withDesktop()) {
            stage.rules().askAbout(TITLE);
            try (StillPicture picture = StillPicture.shownOn(stage, TITLE);
                    Program asking = stage.startAttacker("asking.py", picture.path(), Integer.toString(TIMES))) {
                assertThat(asking.readLine()).isEqualTo("taken=" + PENDING);
                assertThat(asking.readLine()).isEqualTo("over_limit=" + (TIMES - PENDING));
                assertThat(asking.readLine()).isEqualTo("others={}");
                assertThat(stage.desktop().dialogCount()).isEqualTo(1);
                assertThat(stage.portal().answers()).isTrue();

                asking.finish().mustSucceed();

                assertThat(Eventually.holds(PATIENCE, () -> isClosed(stage)))
                        .as("the dialog closes with who asked")
                        .isTrue();
            }
        }
    }

    private static boolean isClosed(Stage stage) {
        return stage.desktop().dialogs().contains("\"closed\": true");
    }
}
