package org.vitrine.cli.policy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.vitrine.cli.ExitCode;
import org.vitrine.cli.RootCommand;
import org.vitrine.cli.Terminal;
import org.vitrine.policy.PolicyCase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Tries rules by a file of cases. */
@Command(
        name = "test",
        description = {
            "Try rules by a file of cases, each of which says who wants what, and what is to be answered. No broker is needed.",
            "",
            "  rules = [\"shipped\", \"painter.toml\"]",
            "",
            "  [[case]]",
            "  name = \"Painter sees cameras\"",
            "  app = \"org.example.Painter\"",
            "  sandbox = \"flatpak\"",
            "  action = \"read\"",
            "  tags = \"camera\"",
            "  expect = \"allow\""
        },
        exitCodeList = {"0:all cases passed", "1:a case failed, or a file can't be read", "2:wrong usage"},
        footer = {"", "Examples:", "  vitrinectl policy test cases.toml", "  vitrinectl policy test cases.toml --json"})
final class TestCommand implements Callable<Integer> {
    private final RootCommand root;

    @Parameters(paramLabel = "CASES", description = "A file of cases; docs/policy.md has its keys.")
    private Path cases = Path.of("");

    TestCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        List<PolicyCase.Result> results = Rehearsal.of(cases);
        Terminal terminal = root.terminal();
        if (root.json()) {
            terminal.out().println(ResultJson.of(results));
        } else {
            ResultTable.lines(results, terminal.colour()).forEach(terminal.out()::println);
        }
        return results.stream().allMatch(PolicyCase.Result::passed) ? ExitCode.OK : ExitCode.REFUSED;
    }
}
