package org.vitrine.cli.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.cli.ExitCode;
import org.vitrine.cli.Main;
import org.vitrine.cli.Terminal;

final class PolicyCommandTest {
    private static final String RULE =
            "[[rule]]\nname = 'cameras'\nactions = 'read'\ntag = 'camera'\neffect = 'allow'\n";
    private static final String CASE =
            "[[case]]\nname = 'sees cameras'\naction = 'read'\ntags = 'camera'\nexpect = 'allow'\n";
    private static final String FAILING =
            "[[case]]\nname = 'sees \u001b[2J screens'\naction = 'read'\ntags = 'screen'\nexpect = 'allow'\n";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"check", "test"})
    void everyCommandHasHelpWithExamplesAndExitCodes(String command) {
        assertThat(run("policy", command, "--help")).isEqualTo(ExitCode.OK);
        assertThat(out())
                .contains("Examples:", "vitrinectl policy " + command, "--json", "Exit codes:", "wrong usage")
                .doesNotContain("69");
    }

    @Test
    void noCommandIsWrongUsage() {
        assertThat(run("policy")).isEqualTo(ExitCode.USAGE);
        assertThat(err()).contains("Say what to do: check, test", "vitrinectl policy --help");
    }

    @Test
    void countsTheRulesOfGoodFiles() throws IOException {
        write("a.toml", RULE + RULE);
        write("b.toml", RULE);
        assertThat(run("policy", "check", path("a.toml"), path("b.toml"))).isEqualTo(ExitCode.OK);
        assertThat(out()).isEqualTo("3 rules, all good\n");
    }

    @Test
    void checksTheFilesOfAFolderAsTheBrokerReadsThem() throws IOException {
        write("a.toml", RULE);
        write(".#a.toml", "rubbish");
        write("README", "rubbish");
        assertThat(run("policy", "check", folder.toString(), "--json")).isEqualTo(ExitCode.OK);
        assertThat(out()).isEqualTo("{\"good\":true,\"rules\":1,\"errors\":[]}\n");
    }

    @Test
    void namesFileLineAndColumnOfEachError() throws IOException {
        write("a.toml", RULE + "colour = 'red'\n");
        write("b.toml", RULE + "uid = 'me'\n");
        write("good.toml", RULE);
        assertThat(run("policy", "check", path("a.toml"), path("good.toml"), path("b.toml"), path("c.toml")))
                .isEqualTo(ExitCode.REFUSED);
        assertThat(out().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith(path("a.toml") + ":6:1: unknown key 'colour'"),
                        line -> assertThat(line).startsWith(path("b.toml") + ":6:1: uid must be a whole number"),
                        line -> assertThat(line).isEqualTo(path("c.toml") + ": can't be read: there is no such file"));
    }

    @Test
    void namesErrorsInJson() throws IOException {
        write("a.toml", RULE + "colour = 'red'\n");
        assertThat(run("policy", "check", "--json", path("a.toml"))).isEqualTo(ExitCode.REFUSED);
        assertThat(out())
                .startsWith("{\"good\":false,\"rules\":0,\"errors\":[{\"file\":\"" + path("a.toml")
                        + "\",\"line\":6,\"column\":1,\"message\":\"unknown key");
    }

    @Test
    void refusesAHugeFile() throws IOException {
        write("a.toml", "#".repeat(1024 * 1024 + 1));
        assertThat(run("policy", "check", path("a.toml"))).isEqualTo(ExitCode.REFUSED);
        assertThat(out()).contains("a.toml: can't be read: larger than 1 MiB");
    }

    @Test
    void triesRulesRelativeToTheFileOfCases() throws IOException {
        write("a.toml", RULE);
        write("cases.toml", "rules = ['shipped', 'a.toml']\n" + CASE + "rule = 'cameras'\n");
        assertThat(run("policy", "test", path("cases.toml"))).isEqualTo(ExitCode.OK);
        assertThat(out().lines().map(line -> List.of(line.split(" {2,}", -1))))
                .containsExactly(
                        List.of("RESULT", "CASE", "EXPECTED", "ANSWER", "BECAUSE OF"),
                        List.of(
                                "passed",
                                "sees cameras",
                                "allow by cameras",
                                "allow",
                                "cameras (" + path("a.toml") + ":1)"),
                        List.of(""),
                        List.of("1 case, all passed"));
    }

    @Test
    void explainsWhatFailed() throws IOException {
        write("a.toml", RULE);
        write(
                "cases.toml",
                "rules = 'a.toml'\n" + CASE
                        + FAILING.replace("\u001b", "\\u001b").replace('\'', '"'));
        assertThat(run("policy", "test", path("cases.toml"))).isEqualTo(ExitCode.REFUSED);
        assertThat(out())
                .contains(
                        "FAILED " + path("cases.toml") + ":7: sees \uFFFD[2J screens",
                        "  expected allow, but the answer is deny because of no rule",
                        "  would answer allow if its tag fitted: cameras (" + path("a.toml") + ":1)",
                        "2 cases, 1 failed")
                .doesNotContain("\u001b");
    }

    @Test
    void tellsOfManifestsAndOfWhatIsRemembered() throws IOException {
        write("a.toml", "[[rule]]\nname = 'ask'\nactions = 'read'\neffect = 'ask'\n");
        write(
                "cases.toml",
                "rules = 'a.toml'\n" + CASE + "manifest = { read = '*' }\nremembered = 'never'\n" + CASE
                        + "remembered = 'never'\n");
        assertThat(run("policy", "test", path("cases.toml"))).isEqualTo(ExitCode.REFUSED);
        assertThat(out())
                .contains(
                        "manifest read=*",
                        "expected allow, but the answer is deny because of remembered never",
                        "left open by ask (" + path("a.toml") + ":1)");
    }

    @Test
    void tellsResultsInJson() throws IOException {
        write("a.toml", RULE);
        write("cases.toml", "rules = 'a.toml'\n" + CASE);
        assertThat(run("policy", "test", "--json", path("cases.toml"))).isEqualTo(ExitCode.OK);
        assertThat(out())
                .startsWith("{\"passed\":1,\"failed\":0,\"cases\":[{\"name\":\"sees cameras\",")
                .contains("\"line\":2,\"passed\":true,\"expected\":\"allow\",\"answer\":\"allow\"")
                .contains("\"rule\":\"cameras\",\"rule_file\":\"" + path("a.toml") + "\",\"rule_line\":1}");
    }

    @Test
    void saysWhichFileOfATestIsMissingOrWrong() throws IOException {
        assertThat(run("policy", "test", path("cases.toml"))).isEqualTo(ExitCode.REFUSED);
        write("cases.toml", "rules = 'a.toml'\n" + CASE);
        assertThat(run("policy", "test", path("cases.toml"))).isEqualTo(ExitCode.REFUSED);
        write("a.toml", RULE + "uid = 'me'");
        assertThat(run("policy", "test", path("cases.toml"))).isEqualTo(ExitCode.REFUSED);
        assertThat(err())
                .contains(
                        path("cases.toml") + ": can't be read: there is no such file.",
                        path("a.toml") + ": can't be read: there is no such file.\n" + path("cases.toml") + " names it",
                        path("a.toml") + ":6:1: uid must be a whole number");
    }

    private int run(String... arguments) {
        return Main.run(new Terminal(print(out), print(err), false), arguments);
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }
}
