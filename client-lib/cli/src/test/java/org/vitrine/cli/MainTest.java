package org.vitrine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "share",
                "list",
                "show",
                "grab",
                "sessions",
                "grants",
                "grant",
                "revoke",
                "pause",
                "resume",
                "log",
                "agent",
                "policy",
                "policy explain"
            })
    void everyCommandHasHelpWithExamplesAndExitCodes(String command) {
        assertThat(run((command + " --help").split(" ", -1))).isEqualTo(ExitCode.OK);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("Examples:", "vitrinectl " + command, "--json", "--bus", "69");
    }

    @Test
    void wrongUsageSaysWhereHelpIs() {
        assertThat(run("grab")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--output", "vitrinectl grab --help");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "revoke",
                "revoke 5 --all",
                "revoke --app a --grant b c",
                "revoke --grant a",
                "revoke --all",
                "grant a p/t",
                "grant a p/t maybe",
                "grant a p/t never --access draw",
                "policy",
                "policy explain --consumer a",
                "policy explain --consumer a --image 1 --access draw",
                "log -n -1",
                "log -n many"
            })
    void whatMakesNoSenseIsWrongUsage(String command) {
        assertThat(run(command.split(" ", -1))).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void noCommandIsWrongUsage() {
        assertThat(run()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void wrongUsageIsJsonIfAskedFor() {
        assertThat(run("show", "--json")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("{\"error\":\"org.vitrine.ctl.Usage\"");
    }

    @Test
    void withoutABusSaysHowToGetOne() {
        assertThat(run("list", "--bus", "unix:path=/nonexistent/bus")).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("/nonexistent/bus", "./run broker");
    }

    @Test
    void whatIsNoAddressIsNoBus() {
        assertThat(run("list", "--bus", "rubbish")).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("at rubbish", "--bus ADDRESS");
    }

    @Test
    void aFileThatIsNotThereIsNotShared() {
        assertThat(run("share", "/nonexistent/a.png", "--bus", "unix:path=/nonexistent/bus"))
                .isEqualTo(ExitCode.REFUSED);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Can't share /nonexistent/a.png");
    }

    @Test
    void anUnknownFormatNamesTheKnownOnes() {
        assertThat(run("share", "a.png", "--format", "YUYV")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("can't draw YUYV", "XRGB8888");
    }

    private int run(String... args) {
        return Main.run(new Terminal(print(out), print(err), false), args);
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
