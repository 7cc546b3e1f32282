package org.vitrine.checks.sandboxes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.checks.stage.Program;
import org.vitrine.checks.stage.Stage;
import org.vitrine.checks.stage.StillPicture;

/**
 * Shows what lets a real Flatpak look at the image of another sandboxed app: a rule, its manifest, or its user through
 * the desktop's dialog and the desktop's own permission store; and what ends it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class) // for the report alone; each test stands by itself
final class FlatpakConsentIT {
    @RegisterExtension
    static final ConsentReport REPORT = new ConsentReport();

    private static final String TITLE = "Street";
    private static final String REFUSED = "refused 2 org.freedesktop.portal.Error.NotAllowed";
    private static final String FOREVER = "persist_mode=2";

    private static final String ASK = SandboxedApp.CAMERA_SHARES + """
            [[rule]]
            name = "sandboxes-list"
            sandbox = "flatpak"
            actions = ["list"]
            effect = "allow"
            [[rule]]
            name = "sandboxes-ask"
            sandbox = "flatpak"
            actions = ["read", "write"]
            effect = "ask"
            """;
    private static final String DENY = ASK + """
            [[rule]]
            name = "looker-never"
            app = "org.example.Looker"
            actions = ["read"]
            effect = "deny"
            """;

    private final Stage stage = Stage.withDesktop();
    private final FlatpakApp looker;
    private final FlatpakApp another;
    private final FlatpakApp trusted;
    private final StillPicture picture;

    FlatpakConsentIT(@TempDir Path runtimeFolder) {
        looker = FlatpakApp.installed(stage, SandboxedApp.LOOKER, runtimeFolder);
        another = FlatpakApp.installed(stage, SandboxedApp.ANOTHER, runtimeFolder);
        trusted = FlatpakApp.installed(stage, SandboxedApp.TRUSTED, runtimeFolder);
        stage.rules().replace(ASK);
        picture = new ProxiedApp(stage, SandboxedApp.CAMERA).share(TITLE);
    }

    @BeforeEach
    void nothingIsRemembered() {
        stage.rules().replace(ASK);
        Stream.of(looker, another, trusted)
                .forEach(app -> app.flatpak("permission-reset", app.id()).mustSucceed());
    }

    @AfterAll
    void end() {
        picture.close();
        stage.close();
    }

    @Test
    @Order(1)
    void aRuleThatDeniesKeepsItOutAndNobodyIsAsked() {
        int dialogs = stage.desktop().dialogCount();
        stage.rules().replace(DENY);

        assertThat(outcome(looker)).isEqualTo(REFUSED);

        assertThat(stage.desktop().dialogCount()).isEqualTo(dialogs);
        REPORT.add("denied by a rule", "refused, no dialog");
    }

    @Test
    @Order(2)
    void theUserWhoIsAskedSaysNo() {
        int before = stage.desktop().dialogCount();
        stage.desktop().willRefuse();

        assertThat(outcome(looker)).isEqualTo(REFUSED);

        assertThat(stage.desktop().dialogCount()).isEqualTo(before + 1);
        assertThat(stage.desktop().dialogs()).contains(looker.id(), TITLE, SandboxedApp.CAMERA);
        assertThat(permissions()).noneMatch(row -> row.contains(looker.id()));
        REPORT.add("asked, the user says no", "refused, nothing remembered");
    }

    @Test
    @Order(3)
    void theUserAllowsItOnceAndIsAskedAgainTheNextTime() {
        stage.desktop().willAllowOnce();
        try (Program app = asking(looker, FOREVER)) {
            assertThat(app.readLine()).isEqualTo("holding access=read persist_mode=0");
            assertThat(app.finish().mustSucceed()).isEqualTo("left");
        }
        assertThat(permissions()).noneMatch(row -> row.contains(looker.id()));
        stage.desktop().willRefuse();
        assertThat(outcome(looker)).isEqualTo(REFUSED);
        REPORT.add("asked, the user allows it once", "let in, and asked again the next time");
    }

    @Test
    @Order(4)
    void whatTheUserAllowsForGoodLetsItInAgainUntilThatIsResetWhileItLooks() {
        String token = allowedForGood(looker);
        allowedForGood(another);
        assertThat(permissions())
                .anySatisfy(row -> assertThat(row)
                        .contains("vitrine", SandboxedApp.CAMERA + "/" + TITLE, looker.id(), "read=always"));
        REPORT.add("asked, the user allows it always", "let in, and listed by flatpak permissions");

        int dialogs = stage.desktop().dialogCount();
        try (Program first = asking(looker, FOREVER, "restore_token=" + token);
                Program second = asking(another)) {
            assertThat(first.readLine()).startsWith("holding access=read persist_mode=2 restore_token=");
            assertThat(second.readLine()).startsWith("holding access=read");
            assertThat(stage.desktop().dialogCount()).isEqualTo(dialogs);
            REPORT.add("run anew, remembered", "let in, no dialog");

            looker.flatpak("permission-reset", looker.id()).mustSucceed();

            assertThat(first.readLine()).isEqualTo("revoked");
            assertThat(new AdminDoor(stage).objects()).contains(another.id()).doesNotContain(looker.id());
            assertThat(second.finish().mustSucceed()).isEqualTo("left");
        }
        REPORT.add("flatpak permission-reset while it is looking", "its session ends, reason revoked; another's stays");

        stage.desktop().willRefuse();
        assertThat(outcome(looker, "restore_token=" + token)).isEqualTo(REFUSED);
        REPORT.add("run anew after the reset", "asked again");
    }

    @Test
    @Order(5)
    void itsManifestLetsItLookAndNobodyIsAsked() {
        int dialogs = stage.desktop().dialogCount();
        try (Program app = asking(trusted)) {
            assertThat(app.readLine()).startsWith("holding access=read");
            assertThat(app.finish().mustSucceed()).isEqualTo("left");
        }
        assertThat(stage.desktop().dialogCount()).isEqualTo(dialogs);
        REPORT.add("allowed by its manifest (--add-policy)", "let in, no dialog");
    }

    /** Has the app let in for good, and returns its token. */
    private String allowedForGood(FlatpakApp app) {
        stage.desktop().willAllowAlways();
        try (Program asking = asking(app, FOREVER)) {
            String line = asking.readLine();
            assertThat(line).matches("holding access=read persist_mode=2 restore_token=\\S+");
            assertThat(asking.finish().mustSucceed()).isEqualTo("left");
            return line.substring(line.lastIndexOf('=') + 1);
        }
    }

    private String outcome(FlatpakApp app, String... options) {
        try (Program asking = asking(app, options)) {
            return asking.finish().mustSucceed();
        }
    }

    private Program asking(FlatpakApp app, String... options) {
        return app.start(Stream.concat(Stream.of("hold", picture.path()), Stream.of(options))
                .toArray(String[]::new));
    }

    private List<String> permissions() {
        return looker.flatpak("permissions").mustSucceed().lines().toList();
    }
}
