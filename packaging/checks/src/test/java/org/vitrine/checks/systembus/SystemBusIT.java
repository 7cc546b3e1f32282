package org.vitrine.checks.systembus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.checks.stage.Program;

/** Several users on one bus. Needs root, to become each of them. */
class SystemBusIT {
    private static final long VIDEO = 44; // the number that Debian's base-passwd gives to the group
    private static final String NOT_FOUND = "org.freedesktop.portal.Error.NotFound";
    private static final String ACCESS_DENIED = "org.freedesktop.DBus.Error.AccessDenied";
    private static final String GAMES_PRODUCES = """
            [[rule]]
            name = "games-produces"
            uid = 5
            actions = ["produce"]
            effect = "allow"
            """;

    @RegisterExtension
    static final SystemStageExtension STAGE = new SystemStageExtension();

    @Test
    void letsNobodyProduceWhomNoRuleAllows() {
        stage().replaceRules("");
        try (Program producer = stage().start(LocalUser.GAMES, "still.py", "Refused")) {
            assertThat(producer.finish().errors()).contains("org.freedesktop.portal.Error.NotAllowed");
        }
    }

    @Test
    void showsNoImageToAnotherUserWithoutARule() {
        stage().replaceRules(GAMES_PRODUCES);
        try (Program producer = stage().start(LocalUser.GAMES, "still.py", "Hidden")) {
            String image = producer.readLine().split(" ", 2)[0];

            assertThat(stage().run(LocalUser.NOBODY, "look", image)).isEqualTo(NOT_FOUND);
            assertThat(stage().run(LocalUser.ROOT, "look", image)).isEqualTo(NOT_FOUND);
        }
    }

    @Test
    void letsOneUserReadAnothersImageByAUsersRule() {
        stage().replaceRules(GAMES_PRODUCES + """
                [[rule]]
                name = "nobody-reads"
                uid = 65534
                actions = ["list", "read"]
                effect = "allow"
                """);
        try (Program producer = stage().start(LocalUser.GAMES, "still.py", "Shown")) {
            String[] words = producer.readLine().split(" ", 2);

            assertThat(stage().run(LocalUser.NOBODY, "look", words[0])).isEqualTo(words[1]);
            assertThat(stage().run(LocalUser.BIN, "look", words[0])).isEqualTo(NOT_FOUND);
        }
    }

    @Test
    void letsAGroupReadAnothersImageByAGroupsRule() {
        stage().replaceRules(GAMES_PRODUCES + """
                [[rule]]
                name = "video-reads"
                gid = 44
                actions = ["list", "read"]
                effect = "allow"
                """);
        try (Program producer = stage().start(LocalUser.GAMES, "still.py", "Shown")) {
            String[] words = producer.readLine().split(" ", 2);

            assertThat(stage().run(LocalUser.BIN.in(VIDEO), "look", words[0])).isEqualTo(words[1]);
            assertThat(stage().run(LocalUser.BIN.in(VIDEO + 1), "look", words[0]))
                    .isEqualTo(NOT_FOUND);
        }
    }

    /** What Flatpak wrote is readable for that user alone: the broker needs the rights that its unit gives. */
    @Test
    void establishesTheSandboxOfAnotherUsersApp() {
        stage().replaceRules("""
                [[rule]]
                name = "boards-produce"
                app = "org.example.Board"
                sandbox = "flatpak"
                uid = 5
                actions = ["produce"]
                effect = "allow"
                """);
        try (Program board = stage().startSandboxed(LocalUser.GAMES, "org.example.Board", "still.py", "Board");
                Program other = stage().startSandboxed(LocalUser.GAMES, "org.example.Other", "still.py", "Other")) {
            assertThat(board.readLine()).startsWith("/org/freedesktop/portal/vitrine/image/");
            assertThat(other.finish().errors()).contains("org.freedesktop.portal.Error.NotAllowed");
        }
    }

    @Test
    void administersForRootAndOneGroup() {
        assertThat(stage().run(LocalUser.ROOT, "admin")).isEqualTo("ok");
        assertThat(stage().run(LocalUser.BIN.in(VIDEO), "admin")).isEqualTo("ok");
        assertThat(stage().run(LocalUser.BIN, "admin")).isEqualTo(ACCESS_DENIED);
        assertThat(stage().run(LocalUser.DAEMON, "admin"))
                .as("the broker's own user")
                .isEqualTo(ACCESS_DENIED);
    }

    /** Unless root does, or who may own the names: else anyone could pose as the broker. */
    @Test
    void letsNoUserTakeItsNames() {
        for (String name : List.of("org.freedesktop.portal.Vitrine", "org.vitrine.Admin")) {
            assertThat(stage().run(LocalUser.GAMES, "own", name)).isEqualTo(ACCESS_DENIED);
        }
    }

    /** The broker is stopped meanwhile: who answers is the bus, and the broker never sees the message. */
    @ParameterizedTest
    @CsvSource({
        "org.freedesktop.portal.Vitrine, org.vitrine.Consumer1, method_call, 1",
        "org.freedesktop.portal.Vitrine, org.freedesktop.DBus.Properties, method_call, 1",
        "org.freedesktop.portal.Vitrine, org.freedesktop.portal.Session, method_call, 16",
        "org.freedesktop.portal.Vitrine, org.vitrine.Producer1, signal, 0",
        "org.freedesktop.portal.Vitrine, org.vitrine.Producer1, signal, 16",
        "org.vitrine.Admin, org.vitrine.Admin1, method_call, 1",
        "org.vitrine.Admin, org.vitrine.Producer1, method_call, 1",
        "org.vitrine.Admin, org.vitrine.Admin1, signal, 1"
    })
    void deniesOnTheBusWhatNoCallCarries(String name, String interfaceName, String kind, String descriptors) {
        String answer = stage().whileBrokerIsStopped(
                        () -> stage().run(LocalUser.GAMES, "send", name, interfaceName, kind, descriptors));

        assertThat(answer).isEqualTo("org.freedesktop.DBus " + ACCESS_DENIED);
    }

    @ParameterizedTest
    @CsvSource({
        "org.freedesktop.portal.Vitrine, org.vitrine.Producer1, method_call, 16",
        "org.freedesktop.portal.Vitrine, org.vitrine.Consumer1, method_call, 0",
        "org.vitrine.Admin, org.vitrine.Admin1, method_call, 0"
    })
    void passesOnTheBusWhatCallsCarry(String name, String interfaceName, String kind, String descriptors) {
        assertThat(stage().run(LocalUser.GAMES, "send", name, interfaceName, kind, descriptors))
                .startsWith(":");
    }

    private static SystemStage stage() {
        return STAGE.stage();
    }
}
