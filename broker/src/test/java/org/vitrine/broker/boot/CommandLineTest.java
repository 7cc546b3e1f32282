package org.vitrine.broker.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    @Test
    void turnsOptionsIntoProperties() {
        assertThat(CommandLine.parse(List.of("--bus=unix:path=/x", "--portal-name", "a.b", "--rules=1", "--rules=2")))
                .isEqualTo(new CommandLine.Run(Map.of(
                        "vitrine.bus", "unix:path=/x",
                        "vitrine.portal-name", "a.b",
                        "vitrine.rules", List.of("1", "2"))));
    }

    @Test
    void readsASwitchThatTakesNoValue() {
        assertThat(CommandLine.parse(List.of("--system", "--admin-group", "video")))
                .isEqualTo(new CommandLine.Run(Map.of("vitrine.system", "true", "vitrine.admin-group", "video")));
    }

    @Test
    void documentsEveryOption() {
        for (Option option : Option.values()) {
            assertThat(CommandLine.HELP)
                    .contains(
                            "--" + option.property().substring("vitrine.".length()) + (option.isSwitch() ? "\n" : "="));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--nothing",
                "nothing",
                "--bus",
                "--system=yes",
                "--pending-requests=0",
                "--pending-requests=many"
            })
    void saysWhatItDoesNotUnderstand(String argument) {
        assertThat(CommandLine.parse(List.of(argument)))
                .isInstanceOfSatisfying(
                        CommandLine.Mistake.class,
                        mistake -> assertThat(mistake.text()).endsWith(", see --help"));
    }

    @Test
    void readsTheLimitOfDescriptors() {
        assertThat(DescriptorLimit.half("Max open files            1024                 524288               files"))
                .isEqualTo(512);
        assertThat(DescriptorLimit.half("Max open files            unlimited            unlimited            files"))
                .isEqualTo(512);
    }

    @Test
    void saysWhatAnOptionTakes() {
        assertThat(CommandLine.parse(List.of("--nobody-to-ask=maybe")))
                .isEqualTo(new CommandLine.Mistake("--nobody-to-ask takes deny or allow, see --help"));
        assertThat(CommandLine.parse(List.of("--question-seconds=0")))
                .isEqualTo(new CommandLine.Mistake("--question-seconds takes a number from 1 on, see --help"));
        assertThat(CommandLine.parse(List.of("--journal=false", "--nobody-to-ask", "allow")))
                .isEqualTo(new CommandLine.Run(Map.of("vitrine.journal", "false", "vitrine.nobody-to-ask", "allow")));
    }
}
