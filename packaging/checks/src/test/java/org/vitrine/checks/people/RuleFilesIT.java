package org.vitrine.checks.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.vitrine.checks.stage.Eventually;
import org.vitrine.checks.stage.Portal;
import org.vitrine.checks.stage.Stage;
import org.vitrine.checks.stage.StillPicture;

/** A person who writes rules with an editor while the broker runs. */
final class RuleFilesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String HIDE = """
            [[rule]]
            name = "hide"
            actions = ["list", "read"]
            title = "Hidden"
            effect = "deny"
            """;

    @Test
    void whatIsWrittenIsInForceAndAFileWithAnErrorLeavesWhatWas() {
        try (Stage stage = Stage.withBroker();
                StillPicture picture = StillPicture.shownOn(stage, "Hidden")) {
            assertThat(canOpen(stage, picture)).isTrue();

            stage.rules().write(HIDE);
            assertThat(Eventually.holds(PATIENCE, () -> !canOpen(stage, picture)))
                    .as("the rule is in force")
                    .isTrue();

            stage.rules().write("[[rule]]\nname = 'x'\ncolour = 'red'\n");
            assertThat(Eventually.holds(
                            PATIENCE,
                            () -> journal(stage).contains(stage.rules().file() + ":3:1: unknown key 'colour'")))
                    .as(() -> journal(stage))
                    .isTrue();
            assertThat(canOpen(stage, picture)).isFalse();

            stage.rules().write("");
            assertThat(Eventually.holds(PATIENCE, () -> canOpen(stage, picture)))
                    .as("it is no more")
                    .isTrue();
        }
    }

    private static boolean canOpen(Stage stage, StillPicture picture) {
        return stage.portal()
                        .busctl(
                                "call",
                                Portal.NAME,
                                Portal.ROOT,
                                Portal.CONSUMER,
                                "OpenImage",
                                "oa{sv}",
                                picture.path(),
                                "0")
                        .exitCode()
                == 0;
    }

    private static String journal(Stage stage) {
        return new Ctl(stage.bus()).run("log", "--json", "-n", "100").mustSucceed();
    }
}
