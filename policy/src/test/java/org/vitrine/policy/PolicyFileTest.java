package org.vitrine.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFileTest {
    private static final String GOOD = "[[rule]]\nname = 'a'\nactions = 'read'\neffect = 'allow'\n";

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
            colour = 'red'          | a.toml:5:1: unknown key 'colour'; a rule has name
            app = 3                 | a.toml:5:1: app must be a text or a list of texts
            app = [3]               | a.toml:5:1: app must hold texts only: put them in quotes
            app = []                | a.toml:5:1: app is an empty list
            sandbox = 'cage'        | a.toml:5:1: unknown sandbox 'cage': write none, flatpak or snap
            user = 'me'             | a.toml:5:1: unknown user 'me': write own or other
            app = 'x                | a.toml:5:
            [other]                 | a.toml:5:
            """)
    void namesFileLineAndColumnOfWhatItDoesNotUnderstand(String line, String message) {
        assertThatExceptionOfType(PolicyFileException.class)
                .isThrownBy(() -> PolicyFile.parse("a.toml", GOOD + line.replace('"', '\'') + "\n"))
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
                .isThrownBy(() -> PolicyFile.parse(
                        "a.toml", "[[rule]]\n" + first.replace('"', '\'') + "\n" + second.replace('"', '\'') + "\n"))
                .withMessageContaining(message);
    }

    @Test
    void wantsTwoBrackets() {
        assertThatExceptionOfType(PolicyFileException.class)
                .isThrownBy(() -> PolicyFile.parse("a.toml", "[rule]\nname = 'a'\n"))
                .withMessageContaining("two brackets");
    }
}
