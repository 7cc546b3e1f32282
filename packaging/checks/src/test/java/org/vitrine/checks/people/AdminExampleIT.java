package org.vitrine.checks.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.vitrine.checks.stage.Stage;
import org.vitrine.client.AccessOptions;
import org.vitrine.client.ConnectOptions;
import org.vitrine.client.ImageSession;
import org.vitrine.client.ImageSpec;
import org.vitrine.client.SharedImage;
import org.vitrine.client.Vitrine;
import org.vitrine.client.admin.AdminOptions;

/** The example runs, and is the one that people read. */
final class AdminExampleIT {
    private static final Path ROOT = Path.of("../..");
    private static final String UNKNOWN_PROGRAM = "";

    @Test
    void endsWhatAnApplicationLooksAt() {
        try (Stage stage = Stage.withBroker();
                Vitrine vitrine =
                        Vitrine.connect(ConnectOptions.ofBus(stage.bus().address()));
                SharedImage image = vitrine.share(ImageSpec.of("Mine", 16, 16));
                ImageSession session = vitrine.requestAccess(image.id(), AccessOptions.READ)) {
            AdminExample.run(AdminOptions.ofBus(stage.bus().address()), UNKNOWN_PROGRAM);

            assertThat(session.nextFrame(Duration.ofSeconds(20))).isEmpty();
            assertThat(session.closedReason()).contains("revoked");
        }
    }

    @Test
    void isTheOneThatPeopleRead() throws IOException {
        String source = Files.readString(Path.of("src/test/java/org/vitrine/checks/people/AdminExample.java"));
        String code = withoutIndent(
                source.substring(source.indexOf('\n', source.indexOf("// @start")) + 1, source.indexOf("// @end")));

        assertThat(withoutIndent(Files.readString(ROOT.resolve("docs/guide-java.md"))))
                .contains(code.strip());
        assertThat(withoutIndent(Files.readString(ROOT.resolve(
                                "client-lib/client/src/main/java/org/vitrine/client/admin/package-info.java"))
                        .replace("\n * ", "\n")))
                .contains(code.strip());
    }

    private static String withoutIndent(String text) {
        return text.replaceAll("(?m)^ +", "");
    }
}
