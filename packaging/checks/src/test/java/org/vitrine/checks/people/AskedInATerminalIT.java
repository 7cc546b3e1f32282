package org.vitrine.checks.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vitrine.checks.stage.Eventually;
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

/** The whole road without a desktop: asked in a terminal, let in, turned out, and all of it in the journal. */
final class AskedInATerminalIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String TITLE = "Asked for";

    private final Stage stage = Stage.withBroker();
    private final Ctl ctl = new Ctl(stage.bus());

    @AfterEach
    void end() {
        stage.close();
    }

    @Test
    void aYesInATerminalLetsInAndTheJournalTellsOfIt() throws IOException {
        stage.rules().askAbout(TITLE);
        ConnectOptions options = ConnectOptions.ofBus(stage.bus().address());
        try (Vitrine producer = Vitrine.connect(options);
                Vitrine consumer = Vitrine.connect(options);
                SharedImage image = producer.share(ImageSpec.of(TITLE, 64, 48));
                Program agent = ctl.start("agent", "--json")) {
            assertThat(Json.read(agent.readLine())).containsEntry("event", "ready");
            CompletableFuture<ImageSession> asked = CompletableFuture.supplyAsync(
                    () -> consumer.requestAccess(image.id(), AccessOptions.READ.because("To try it")));
            assertThat(Json.read(agent.readLine()))
                    .containsEntry("event", "asked")
                    .containsEntry("title", TITLE)
                    .containsEntry("rememberable", "false");
            assertThat(asked).isNotDone();
            agent.type("y");
            assertThat(Json.read(agent.readLine())).containsEntry("event", "answered");

            try (ImageSession session = asked.join()) {
                assertThat(Json.read(ctl.run("sessions", "--json").mustSucceed()))
                        .containsEntry("sessions.0.basis", "user")
                        .containsEntry("sessions.0.rule", "ask")
                        .containsEntry("sessions.0.grant", "");
                ctl.run("revoke", "--all", "--yes").mustSucceed();
                assertThat(session.nextFrame(PATIENCE)).isEmpty();
                assertThat(session.closedReason()).contains("revoked");
            }
        }
        assertThat(Eventually.holds(PATIENCE, () -> log().contains("\"what\":\"revoke-all\"")))
                .as(this::log)
                .isTrue();
        assertThat(log())
                .contains("\"event\":\"decided\"", "\"outcome\":\"asked-yes\"", "\"rule\":\"ask\"")
                .contains("\"event\":\"ended\"", "\"reason\":\"revoked\"");
        assertThat(ctl.run("log").mustSucceed()).contains("asked-yes", "revoke-all");
    }

    @Test
    void theJournalAndWhatIsRememberedOutliveTheBroker() throws IOException {
        try (AdminDoor admin = admin()) {
            admin.setGrant("org.example.Viewer", "org.example.Camera/Front", "read", "always");
        }
        List<String> before = log().lines().toList();

        stage.restartBroker();

        assertThat(Json.read(ctl.run("grants", "--json").mustSucceed()))
                .containsEntry("grants.0.app", "org.example.Viewer")
                .containsEntry("grants.0.object", "org.example.Camera/Front")
                .containsEntry("grants.0.answer", "always");
        ctl.run("revoke", "--grant", "org.example.Viewer", "org.example.Camera/Front")
                .mustSucceed();
        assertThat(ctl.run("grants").errors()).contains("Nothing is remembered.");
        assertThat(Eventually.holds(PATIENCE, () -> log().contains("\"what\":\"revoke-grant\"")))
                .as(this::log)
                .isTrue();
        assertThat(log().lines()).containsAll(before).doesNotHaveDuplicates();
    }

    private AdminDoor admin() {
        return AdminDoor.connect(AdminOptions.ofBus(stage.bus().address()));
    }

    private String log() {
        return ctl.run("log", "--json", "-n", "1000").mustSucceed();
    }
}
