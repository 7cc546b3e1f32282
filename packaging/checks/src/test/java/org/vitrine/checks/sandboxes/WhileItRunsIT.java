package org.vitrine.checks.sandboxes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vitrine.checks.stage.Program;
import org.vitrine.checks.stage.Stage;
import org.vitrine.checks.stage.StillPicture;

/** A yes that holds while the app runs. */
final class WhileItRunsIT {
    private static final String MODE = "persist_mode=1";

    @Test
    void holdsUntilTheAppHasGone() {
        try (Stage stage = Stage.withDesktop()) {
            stage.rules().replace(SandboxedApp.CAMERA_SHARES);
            ProxiedApp looker = new ProxiedApp(stage, SandboxedApp.LOOKER);
            try (StillPicture picture = new ProxiedApp(stage, SandboxedApp.CAMERA).share("Street")) {
                stage.desktop().willAllowWhileItRuns();
                try (Program first = looker.start("hold", picture.path(), MODE)) {
                    assertThat(first.readLine()).startsWith("holding access=read persist_mode=1");
                    lookAndLeave(looker, picture);
                    lookAndLeave(looker, picture);
                    assertThat(stage.desktop().dialogCount()).isEqualTo(1);
                    assertThat(first.finish().mustSucceed()).isEqualTo("left");
                }

                stage.desktop().willRefuse();
                try (Program again = looker.start("hold", picture.path(), MODE)) {
                    assertThat(again.finish().mustSucceed()).startsWith("refused");
                }
                assertThat(stage.desktop().dialogCount()).isEqualTo(2);
            }
        }
    }

    private static void lookAndLeave(ProxiedApp looker, StillPicture picture) {
        try (Program app = looker.start("hold", picture.path(), MODE)) {
            assertThat(app.readLine()).startsWith("holding access=read");
            assertThat(app.finish().mustSucceed()).isEqualTo("left");
        }
    }
}
