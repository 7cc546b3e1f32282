package org.vitrine.checks.sandboxes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.vitrine.checks.stage.Program;
import org.vitrine.checks.stage.Stage;
import org.vitrine.checks.stage.StillPicture;

/** What holds for every app in Flatpak's sandbox whose manifest says nothing of Vitrine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SandboxContract {
    static final String APP = SandboxedApp.LOOKER;

    private static final String PUBLIC = "Public view";
    private static final String SECRET = "Secret view";
    private static final String NO_SUCH_IMAGE = "There is no such image.\n"; // as consumer.py says
    private static final String NOT_FOUND = "org.freedesktop.portal.Error.NotFound";
    private static final String UNKNOWN_OBJECT = "org.freedesktop.DBus.Error.UnknownObject";
    private static final String NO_SUCH_CONNECTION = "org.freedesktop.DBus.Error.NameHasNoOwner";
    private static final String NO_SUCH_SERVICE = "org.freedesktop.DBus.Error.ServiceUnknown";

    private static final String HIDE_ALL = """
            [[rule]]
            name = "sandboxes-see-nothing"
            sandbox = "flatpak"
            actions = ["list", "read", "write"]
            effect = "deny"
            """;
    private static final String ALLOW_ALL = HIDE_ALL + """
            [[rule]]
            name = "looker-sees-all"
            app = "org.example.Looker"
            sandbox = "flatpak"
            actions = ["list", "read"]
            effect = "allow"
            """;
    private static final String HIDE_SECRETS = """
            [[rule]]
            name = "secrets-stay-hidden"
            app = "org.example.Looker"
            title = "Secret *"
            actions = ["list", "read"]
            effect = "deny"
            """;

    private static final String ALLOW_ANOTHER = ALLOW_ALL.replace(APP, SandboxedApp.ANOTHER);

    private final Stage stage = Stage.withBroker();
    private final SandboxedApp looker;

    SandboxContract(Function<Stage, SandboxedApp> app) {
        looker = app.apply(stage);
    }

    @BeforeEach
    void hideAll() {
        stage.rules().replace(HIDE_ALL);
    }

    @AfterAll
    void end() {
        stage.close();
    }

    @Test
    void byTheShippedRulesItSeesAnImageAndMayNotLookWithNobodyToAsk() {
        stage.rules().replace("");
        try (StillPicture picture = StillPicture.shownOn(stage, PUBLIC);
                Program watching = looker.start("watch");
                Program asking = looker.start("hold", picture.path())) {
            assertThat(watching.readLine()).isEqualTo("watching 1");
            assertThat(asking.finish().mustSucceed()).isEqualTo("refused 2 org.freedesktop.portal.Error.NotAllowed");
        }
    }

    @Test
    void aRuleThatHidesAllLeavesNoImage() {
        try (StillPicture picture = StillPicture.shownOn(stage, PUBLIC)) {
            Program.Result look = looker.look(PUBLIC);

            assertThat(look.exitCode()).isEqualTo(1);
            assertThat(look.errors()).isEqualTo(NO_SUCH_IMAGE);
            assertThat(stage.portal().images()).as("unsandboxed").contains(picture.path());
        }
    }

    @Test
    void aHiddenImageAnswersLikeAnUnknownOneAndTheAdminDoorIsOutOfReach() {
        try (StillPicture picture = StillPicture.shownOn(stage, SECRET);
                Program app = looker.start("probe", picture.path(), new AdminDoor(stage).connection())) {
            List<String> outcomes = app.finish().mustSucceed().lines().toList();

            assertThat(outcomes)
                    .containsExactly(
                            "listed=0",
                            "hidden=['%s', '%s', '%s']".formatted(NOT_FOUND, NOT_FOUND, NOT_FOUND),
                            "told_apart=False",
                            "admin_is_named=False",
                            "admin_by_name=" + NO_SUCH_SERVICE,
                            "admin_by_connection=" + NO_SUCH_CONNECTION,
                            "admin_by_portal_name=" + UNKNOWN_OBJECT,
                            "admin_by_portal_connection=" + UNKNOWN_OBJECT);
        }
    }

    @Test
    void aRuleLetsItReadThePixels() {
        stage.rules().replace(ALLOW_ALL);
        try (StillPicture picture = StillPicture.shownOn(stage, PUBLIC)) {
            assertThat(looker.look(PUBLIC).mustSucceed()).isEqualTo("321x123 XRGB8888:LINEAR " + picture.sha256());
        }
    }

    @Test
    void aRuleForAnotherAppLetsItReadNothing() {
        stage.rules().replace(ALLOW_ANOTHER);
        try (StillPicture picture = StillPicture.shownOn(stage, PUBLIC)) {
            assertThat(looker.look(PUBLIC).errors()).isEqualTo(NO_SUCH_IMAGE);
            assertThat(stage.portal().images()).contains(picture.path());
        }
    }

    @Test
    void aLaterRuleThatDeniesWins() {
        stage.rules().replace(ALLOW_ALL + HIDE_SECRETS);
        try (StillPicture shown = StillPicture.shownOn(stage, PUBLIC);
                StillPicture hidden = StillPicture.shownOn(stage, SECRET)) {
            assertThat(looker.look(PUBLIC).mustSucceed()).endsWith(shown.sha256());
            assertThat(looker.look(SECRET).errors()).isEqualTo(NO_SUCH_IMAGE);
            assertThat(stage.portal().images()).contains(hidden.path());
        }
    }

    @Test
    void itIsToldOfTheImagesThatItMaySeeAndOfNoOthers() {
        stage.rules().replace(ALLOW_ALL + HIDE_SECRETS);
        try (Program app = looker.start("watch")) {
            assertThat(app.readLine()).isEqualTo("watching 0");
            StillPicture hidden = StillPicture.shownOn(stage, SECRET);
            StillPicture shown = StillPicture.shownOn(stage, PUBLIC);
            hidden.producer().finish().mustSucceed();
            shown.producer().finish().mustSucceed();

            assertThat(app.finish().mustSucceed().lines())
                    .containsExactly("ImageAdded " + shown.path(), "ImageRemoved " + shown.path());
        }
    }

    @Test
    void theUserSeesWhoLooksUntilARuleEndsIt() {
        stage.rules().replace(ALLOW_ALL);
        try (StillPicture picture = StillPicture.shownOn(stage, PUBLIC);
                Program app = looker.start("hold", picture.path())) {
            assertThat(app.readLine()).startsWith("holding ");
            assertThat(new AdminDoor(stage).objects())
                    .contains("\"App\":{\"type\":\"s\",\"data\":\"org.example.Looker\"}")
                    .contains("\"Sandbox\":{\"type\":\"s\",\"data\":\"flatpak\"}")
                    .contains("\"Rule\":{\"type\":\"s\",\"data\":\"looker-sees-all\"}");

            stage.rules().replace(HIDE_ALL);

            assertThat(app.readLine()).isEqualTo("policy");
            assertThat(new AdminDoor(stage).objects()).doesNotContain("org.example.Looker");
        }
    }
}
