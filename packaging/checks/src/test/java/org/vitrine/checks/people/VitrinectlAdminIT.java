package org.vitrine.checks.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.vitrine.checks.stage.Program;
import org.vitrine.checks.stage.Stage;
import org.vitrine.client.AccessOptions;
import org.vitrine.client.ConnectOptions;
import org.vitrine.client.ImageSession;
import org.vitrine.client.ImageSpec;
import org.vitrine.client.SharedImage;
import org.vitrine.client.Vitrine;
import org.vitrine.client.admin.AdminDoor;
import org.vitrine.client.admin.AdminOptions;
import org.vitrine.client.admin.AdminSession;

/** Seeing and taking back, with vitrinectl and the client library, at the real broker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class VitrinectlAdminIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Stage stage = Stage.withBroker();
    private final Ctl ctl = new Ctl(stage.bus());

    @AfterAll
    void end() {
        stage.close();
    }

    @Test
    void whoLooksIsListedAndCanBeTurnedOut() throws IOException {
        ConnectOptions options = ConnectOptions.ofBus(stage.bus().address());
        try (Vitrine vitrine = Vitrine.connect(options);
                SharedImage image = vitrine.share(ImageSpec.of("Secret", 64, 48));
                ImageSession session = vitrine.requestAccess(image.id(), AccessOptions.READ)) {
            Map<String, String> listed = Json.read(ctl.run("sessions", "--json").mustSucceed());
            assertThat(listed)
                    .containsEntry("sessions.0.image", image.id().toString())
                    .containsEntry("sessions.0.access", "read")
                    .containsEntry("sessions.0.basis", "rule")
                    .containsEntry("sessions.0.rule", "programs-of-the-checks")
                    .containsEntry(
                            "sessions.0.pid",
                            Long.toString(ProcessHandle.current().pid()));
            assertThat(ctl.run("sessions").mustSucceed()).contains("\"Secret\"", "rule programs-of-the-checks");

            String id = listed.getOrDefault("sessions.0.id", "");
            assertThat(ctl.run("revoke", id).mustSucceed()).isEqualTo("Revoked.");

            assertThat(session.nextFrame(PATIENCE)).isEmpty();
            assertThat(session.closedReason()).contains("revoked");
            Program.Result again = ctl.run("revoke", id);
            assertThat(again.exitCode()).isEqualTo(1);
            assertThat(again.errors()).contains("There is no session " + id, "vitrinectl sessions");
        }
    }

    @Test
    void everythingIsTakenBackOnlyIfThatIsMeant() throws IOException {
        ConnectOptions options = ConnectOptions.ofBus(stage.bus().address());
        try (Vitrine vitrine = Vitrine.connect(options);
                SharedImage image = vitrine.share(ImageSpec.of("All", 64, 48));
                ImageSession session = vitrine.requestAccess(image.id(), AccessOptions.READ)) {
            Program.Result unsure = ctl.run("revoke", "--all");
            assertThat(unsure.exitCode()).isEqualTo(2);
            assertThat(unsure.errors()).contains("--yes");
            assertThat(session.closedReason()).isEmpty();

            assertThat(Json.read(ctl.run("revoke", "--all", "--yes", "--json").mustSucceed()))
                    .containsEntry("sessions", "1")
                    .containsEntry("grants", "0");
            assertThat(session.nextFrame(PATIENCE)).isEmpty();
            assertThat(session.closedReason()).contains("revoked");
        }
    }

    @Test
    void anAnswerIsRememberedBeforeAnybodyAsks() throws IOException {
        String app = "org.example.Early";
        String images = "org.example.Camera/Front door";
        assertThat(Json.read(ctl.run("grant", app, images, "never", "--access", "write", "--json")
                        .mustSucceed()))
                .containsEntry("app", app)
                .containsEntry("object", images)
                .containsEntry("access", "write")
                .containsEntry("answer", "never");
        assertThat(ctl.run("grant", app, images, "always").mustSucceed()).contains("vitrinectl grants");
        try (AdminDoor admin = AdminDoor.connect(AdminOptions.ofBus(stage.bus().address()))) {
            assertThat(admin.grants(app))
                    .extracting(grant -> grant.object() + " " + grant.access() + " " + grant.answer())
                    .containsExactlyInAnyOrder(images + " write never", images + " read always");
            ctl.run("revoke", "--grant", app, images).mustSucceed();
            assertThat(admin.grants("")).isEmpty();
        }
        Program.Result nowhere = ctl.run("grant", app, "Front", "always");
        assertThat(nowhere.exitCode()).isEqualTo(1);
        assertThat(nowhere.errors()).contains("PRODUCER/TITLE");
    }

    @Test
    void sharingIsPausedAndGoesOn() {
        try (AdminDoor admin = AdminDoor.connect(AdminOptions.ofBus(stage.bus().address()))) {
            assertThat(ctl.run("pause").mustSucceed()).contains("vitrinectl resume");
            assertThat(admin.isPaused()).isTrue();
            assertThat(ctl.run("resume", "--json").mustSucceed()).isEqualTo("{\"paused\":false}");
            assertThat(admin.isPaused()).isFalse();
        }
    }

    @Test
    void anAnswerIsExplainedWithFileLineAndEvidence() throws IOException {
        ConnectOptions options = ConnectOptions.ofBus(stage.bus().address());
        try (Vitrine vitrine = Vitrine.connect(options);
                SharedImage image = vitrine.share(ImageSpec.of("Explained", 64, 48))) {
            String path = image.id().path().value();
            Map<String, String> json =
                    Json.read(ctl.run("policy", "explain", "--consumer", "org.example.App", "--image", path, "--json")
                            .mustSucceed());
            assertThat(json)
                    .containsEntry("effect", "ask")
                    .containsEntry("rule", "ask-the-user")
                    .containsEntry("consumer.assumed", "true")
                    .containsEntry("consumer.evidence", "weak");
            assertThat(Integer.parseInt(json.getOrDefault("line", "0"))).isPositive();

            String text = ctl.run("policy", "explain", "--consumer", "", "--image", "Explained")
                    .mustSucceed();
            assertThat(text).contains("allow: ", "rule programs-of-the-checks, ", ".toml:", "pid ");
            assertThat(ctl.run("policy", "explain", "--consumer", "", "--image", "nothing")
                            .exitCode())
                    .isEqualTo(1);
        }
    }

    @Test
    void programsSeeAllThatIsShared() {
        ConnectOptions options = ConnectOptions.ofBus(stage.bus().address());
        try (AdminDoor admin = AdminDoor.connect(AdminOptions.ofBus(stage.bus().address()));
                Vitrine vitrine = Vitrine.connect(options);
                SharedImage image = vitrine.share(ImageSpec.of("Seen", 64, 48));
                ImageSession session = vitrine.requestAccess(image.id(), AccessOptions.READ)) {
            assertThat(session.closedReason()).isEmpty();
            assertThat(admin.images()).singleElement().satisfies(shown -> {
                assertThat(shown.id()).isEqualTo(image.id().serial());
                assertThat(shown.title()).isEqualTo("Seen");
                assertThat(shown.widthPixels()).isEqualTo(64);
                assertThat(shown.consumers()).isEqualTo(1);
            });
            assertThat(admin.producers()).singleElement().satisfies(producer -> {
                assertThat(producer.images()).isEqualTo(1);
                assertThat(producer.peer().sandbox()).isEqualTo("none");
            });
            List<AdminSession> sessions = admin.sessions();
            assertThat(sessions).singleElement().satisfies(shown -> {
                assertThat(shown.why().ruleSource()).contains(".toml:");
                assertThat(shown.imageId()).isEqualTo(image.id().serial());
            });
            admin.revoke(sessions.getFirst().path());
            assertThat(admin.sessions()).isEmpty();
            assertThat(admin.grants("")).isEmpty();
        }
    }
}
