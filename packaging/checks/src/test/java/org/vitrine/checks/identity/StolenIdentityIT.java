package org.vitrine.checks.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.checks.stage.BrokerProcess;
import org.vitrine.checks.stage.Places;
import org.vitrine.checks.stage.Program;
import org.vitrine.checks.stage.Stage;

/**
 * T26, T27: what the kernel shows of a process, changed under the broker's eyes. Needs root, for namespaces and roots.
 */
class StolenIdentityIT {
    private static final String ALLOW_SANDBOXED = """
            [[rule]]
            name = "sandboxed-produce"
            sandbox = "flatpak"
            actions = ["produce"]
            effect = "allow"
            """;

    @Test
    void takesNobodyForTheProgramThatGotItsProcessNumberLater(@TempDir Path folder) throws IOException {
        Path rules = Files.writeString(folder.resolve("rules.toml"), ALLOW_SANDBOXED);
        List<String> command = new ArrayList<>(List.of("unshare", "--pid", "--fork", "--mount-proc", "--kill-child"));
        command.addAll(attacker("pid_reuse.py", "100", rules.toString()));
        command.addAll(BrokerProcess.command(List.of()));

        String figures = Program.output(Map.of(), command);

        assertThat(figures.lines()).contains("sent=100", "answered=100", "wrong=0", "victim_speaks=True");
    }

    @Test
    void takesNobodyForAnotherAppBecauseOfAFileThatChanges() {
        Path hangfs = Places.OUT.resolve("hangfs");
        Program.output(Map.of(), List.of("make", "-s", "-C", Places.C_SOURCES.toString(), "OUT=" + Places.OUT));
        try (Stage stage = Stage.withBroker()) {
            stage.rules().replace(ALLOW_SANDBOXED);

            String figures =
                    stage.attacker("flatpak_info.py", "1000", hangfs.toString()).mustSucceed();

            assertThat(figures.lines())
                    .contains("sent=1000", "answered=1000", "wrong={}", "hanging=8", "hanging_refused=8");
            assertThat(figure(figures, "own")).as("the app itself").isPositive();
            assertThat(figure(figures, "refused")).as("something else").isPositive();
            assertThat(figure(figures, "bystander_calls"))
                    .as("answered meanwhile")
                    .isGreaterThan(20);
        }
    }

    private static int figure(String figures, String name) {
        return figures.lines()
                .filter(line -> line.startsWith(name + "="))
                .mapToInt(line -> Integer.parseInt(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> attacker(String script, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                "/usr/bin/python3", "-B", Places.ATTACKERS.resolve(script).toString()));
        command.addAll(List.of(arguments));
        return command;
    }
}
