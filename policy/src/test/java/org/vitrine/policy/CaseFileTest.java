package org.vitrine.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseFileTest {
    private static final String GOOD = "rules = 'shipped'\n[[case]]\nname = 'a'\naction = 'read'\nexpect = 'ask'\n";

    @Test
    void readsEveryKey() throws Exception {
        CaseFile file = CaseFile.parse("cases.toml", """
                rules = ["shipped", "a.toml"]
                [[case]]
                name = "all"
                app = "org.example.Painter"
                sandbox = "flatpak"
                user = "other"
                uid = 1001
                gid = [100, 44]
                unit = "app-painter.scope"
                executable = "/app/bin/painter"
                evidence = "weak"
                manifest = { read = ["org.example.*", "!org.example.Safe"] }
                action = "read"
                producer = "org.example.Camera"
                title = "Front camera"
                tags = ["camera", "live"]
                remembered = "never"
                expect = "deny"
                rule = "no-cameras"
                """);
        assertThat(file.rules()).containsExactly("shipped", "a.toml");
        assertThat(file.cases())
                .containsExactly(new PolicyCase(
                        "all",
                        new Subject(
                                "org.example.Painter",
                                Sandbox.FLATPAK,
                                new Account(User.OTHER, 1001, Set.of(44L, 100L)),
                                new ProcessFacts("app-painter.scope", "/app/bin/painter", Evidence.WEAK),
                                Manifest.of(Map.of("read", List.of("org.example.*", "!org.example.Safe")))),
                        Action.READ,
                        new ImageFacts("org.example.Camera", "Front camera", List.of("camera", "live")),
                        Optional.of(new Remembered(Remembered.Answer.NEVER, "")),
                        new PolicyCase.Expectation(Effect.DENY, Optional.of("no-cameras")),
                        new RuleSource("cases.toml", 2)));
    }

    @Test
    void takesAnUnsandboxedProgramOfTheOwnUserForGranted() throws Exception {
        Subject subject = CaseFile.parse("cases.toml", GOOD).cases().getFirst().subject();
        assertThat(subject.sandbox()).isEqualTo(Sandbox.NONE);
        assertThat(subject.account()).isEqualTo(new Account(User.OWN, Account.UNKNOWN, Set.of()));
        assertThat(subject.process()).isEqualTo(new ProcessFacts("", "", Evidence.STRONG));
        assertThat(subject.manifest()).isEqualTo(Manifest.NONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            colour = 'red'             | cases.toml:6:1: unknown key 'colour'; a case has name
            remembered = 'yes'         | cases.toml:6:1: unknown remembered 'yes': write always, ask or never
            uid = [1, 2]               | cases.toml:6:1: uid takes one number alone
            title = ['a', 'b']         | cases.toml:6:1: title takes one text alone
            manifest = 'read'          | cases.toml:6:1: manifest must be a table
            manifest = { look = ['*'] }| cases.toml:6:14: unknown key 'look'; a manifest has produce, list, read, write
            manifest = { read = 3 }    | cases.toml:6:14: read must be a text or a list of texts
            """)
    void namesFileLineAndColumnOfWhatItDoesNotUnderstand(String line, String message) {
        assertThatExceptionOfType(PolicyFileException.class)
                .isThrownBy(() -> CaseFile.parse("cases.toml", GOOD + line + "\n"))
                .withMessageStartingWith(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [[case]]                        | cases.toml:1:1: rules is missing
            rules = 'shipped'               | cases.toml:1:1: there is no case
            rule = 'shipped'                | cases.toml:1:1: unknown key 'rule'
            case = 'a'                      | rules is missing
            """)
    void saysWhatAFileLacks(String text, String message) {
        assertThatExceptionOfType(PolicyFileException.class)
                .isThrownBy(() -> CaseFile.parse("cases.toml", text))
                .withMessageContaining(message);
    }

    @Test
    void comparesTheAnswerAndTheRule() throws Exception {
        Policy policy =
                new Policy(PolicyFile.parse("a.toml", "[[rule]]\nname = 'all'\nactions = 'read'\neffect = 'ask'\n"));
        assertThat(passes(policy, GOOD)).isTrue();
        assertThat(passes(policy, GOOD + "rule = 'all'")).isTrue();
        assertThat(passes(policy, GOOD + "rule = 'other'")).isFalse();
        assertThat(passes(policy, GOOD + "remembered = 'always'")).isFalse();
        assertThat(passes(policy, GOOD + "manifest = { read = '*' }")).isFalse();
        assertThat(passes(new Policy(List.of()), GOOD)).isFalse();
    }

    private static boolean passes(Policy policy, String text) throws PolicyFileException {
        return CaseFile.parse("cases.toml", text).cases().getFirst().run(policy).passed();
    }
}
