package org.vitrine.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyFileTest {
    private static final String GOOD = "[[rule]]\nname = 'a'\nactions = 'read'\neffect = 'allow'\n";
    private static final String DENY = "[[rule]]\nname = 'a'\nactions = 'read'\neffect = 'deny'\n";

    @Test
    void remembersWhereEachRuleStands() throws Exception {
        assertThat(PolicyFile.parse("a.toml", GOOD + "\n" + GOOD))
                .extracting(Rule::source)
                .containsExactly(new RuleSource("a.toml", 1), new RuleSource("a.toml", 6));
    }

    @Test
    void takesAnEmptyFile() throws Exception {
        assertThat(PolicyFile.parse("a.toml", "# nothing yet\n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            colour = 'red'             | a.toml:5:1: unknown key 'colour'; a rule has name
            app = 3                    | a.toml:5:1: app must be a text or a list of texts
            app = ['ok', 3]            | a.toml:5:14: app must hold texts only
            app = []                   | a.toml:5:1: app is an empty list
            sandbox = 'cage'           | a.toml:5:1: unknown sandbox 'cage': write none, flatpak or snap
            sandbox = ['none', 'cage'] | a.toml:5:20: unknown sandbox 'cage': write none, flatpak or snap
            user = 'me'                | a.toml:5:1: unknown user 'me': write own or other
            evidence = 'some'          | a.toml:5:1: unknown evidence 'some': write strong or weak
            unit = true                | a.toml:5:1: unit must be a text or a list of texts
            executable = { a = 1 }     | a.toml:5:1: executable must be a text or a list of texts
            uid = 'root'               | a.toml:5:1: uid must be a whole number or a list of whole numbers
            uid = 1.5                  | a.toml:5:1: uid must be a whole number or a list of whole numbers
            uid = -1                   | a.toml:5:1: uid is out of range: write a number from 0 to 4294967294
            uid = [0, 4294967295]      | a.toml:5:11: uid is out of range: write a number from 0 to 4294967294
            gid = [1, 'users']         | a.toml:5:11: gid must hold whole numbers only
            gid = []                   | a.toml:5:1: gid is an empty list
            duration = 30              | a.toml:5:1: duration must be a text
            duration = '30'            | a.toml:5:1: unknown duration '30': write a number above 0 and its unit, such as 30 s
            duration = '0 s'           | a.toml:5:1: unknown duration '0 s'
            duration = '3651 d'        | a.toml:5:1: unknown duration '3651 d'
            duration = '1 week'        | a.toml:5:1: unknown duration '1 week'
            duration = ['1 s', '2 s']  | a.toml:5:1: duration takes one text alone
            consumers = 0              | a.toml:5:1: consumers is out of range: write a number from 1 to 2147483647
            consumers = '1'            | a.toml:5:1: consumers must be a whole number
            consumers = [1, 2]         | a.toml:5:1: consumers takes one number alone
            formats = 'RGBA'           | a.toml:5:1: unknown formats 'RGBA': write a DRM format such as XRGB8888
            formats = ['XR24', 'PNG!!']| a.toml:5:20: unknown formats 'PNG!!': write a DRM format such as XRGB8888
            app = 'x                   | a.toml:5:
            [other]                    | a.toml:5:
            """)
    void namesFileLineAndColumnOfWhatItDoesNotUnderstand(String line, String message) {
        assertThatExceptionOfType(PolicyFileException.class)
                .isThrownBy(() -> PolicyFile.parse("a.toml", GOOD + line + "\n"))
                .withMessageStartingWith(message)
                .satisfies(e -> assertThat(e.line()).isEqualTo(5));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            actions = 'read'                        | name = 'a'       | effect is missing
            effect = 'ask'                          | name = 'a'       | actions is missing
            effect = 'ask'                          | actions = 'read' | name is missing
            effect = 'ask'                          | actions = 'list' | ask goes with read and write alone
            effect = 'maybe'                        | actions = 'list' | unknown effect 'maybe': write allow, deny or ask
            """)
    void saysWhatARuleLacks(String first, String second, String message) {
        assertThatExceptionOfType(PolicyFileException.class)
                .isThrownBy(() -> PolicyFile.parse("a.toml", "[[rule]]\n" + first + "\n" + second + "\n"))
                .withMessageContaining(message);
    }

    @Test
    void wantsTwoBrackets() {
        assertThatExceptionOfType(PolicyFileException.class)
                .isThrownBy(() -> PolicyFile.parse("a.toml", "[rule]\nname = 'a'\n"))
                .withMessageContaining("two brackets");
    }

    @Test
    void readsBounds() throws Exception {
        String bounds = "duration = '10 min'\nconsumers = 2\nformats = ['XRGB8888', 'AR24', 'RGB565_BE']\n";
        assertThat(PolicyFile.parse("a.toml", GOOD + bounds))
                .extracting(Rule::constraints)
                .containsExactly(new Constraints(
                        Optional.of(Duration.ofMinutes(10)),
                        Optional.of(2),
                        List.of("XRGB8888", "ARGB8888", "RGB565_BE")));
    }

    @ParameterizedTest
    @CsvSource({"30 s,PT30S", "30s,PT30S", "10 min,PT10M", "2 h,PT2H", "1 d,PT24H", "3650 d,PT87600H"})
    void readsDurationsWithTheirUnit(String text, Duration duration) throws Exception {
        assertThat(PolicyFile.parse("a.toml", GOOD + "duration = '" + text + "'"))
                .extracting(rule -> rule.constraints().duration())
                .containsExactly(Optional.of(duration));
    }

    @ParameterizedTest
    @ValueSource(strings = {"duration = '1 s'", "consumers = 1", "formats = 'XRGB8888'"})
    void boundsOnlyWhatIsAllowed(String bound) {
        assertThatExceptionOfType(PolicyFileException.class)
                .isThrownBy(() -> PolicyFile.parse("a.toml", DENY + bound))
                .withMessageStartingWith("a.toml:5:1: ")
                .withMessageContaining("goes with allow and ask alone");
        assertThatExceptionOfType(PolicyFileException.class)
                .isThrownBy(() -> PolicyFile.parse("a.toml", GOOD.replace("read", "list") + bound))
                .withMessageContaining("bounds read and write alone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{ a = ", "[[{ a = "})
    void survivesBracketsWithinBracketsWithoutEnd(String bracket) {
        assertThatExceptionOfType(PolicyFileException.class)
                .isThrownBy(() -> PolicyFile.parse("a.toml", "x = " + bracket.repeat(100_000)))
                .withMessageStartingWith("a.toml:1:");
    }

    @Test
    void saysWhereTheFirstByteStandsThatIsNotUtf8() {
        byte[] latin1 = (GOOD + "# caf\u00e9\n").getBytes(StandardCharsets.ISO_8859_1);
        assertThatExceptionOfType(PolicyFileException.class)
                .isThrownBy(() -> PolicyFile.parse("a.toml", latin1))
                .withMessageStartingWith("a.toml:5:6: this is not UTF-8");
        assertThatExceptionOfType(PolicyFileException.class)
                .isThrownBy(() -> PolicyFile.parse("a.toml", GOOD.getBytes(StandardCharsets.UTF_16)))
                .withMessageStartingWith("a.toml:1:1: this is not UTF-8");
        assertThatExceptionOfType(PolicyFileException.class)
                .isThrownBy(() -> PolicyFile.parse("a.toml", GOOD.getBytes(StandardCharsets.UTF_16LE)))
                .withMessageStartingWith("a.toml:1:2: this is not TOML");
    }

    @Test
    void takesAByteOrderMark() throws Exception {
        assertThat(PolicyFile.parse("a.toml", ("\uFEFF" + GOOD).getBytes(StandardCharsets.UTF_8)))
                .hasSize(1);
    }
}
