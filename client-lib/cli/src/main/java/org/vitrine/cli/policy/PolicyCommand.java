package org.vitrine.cli.policy;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vitrine.cli.RootCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Holds the commands about rules. */
@Command(
        name = "policy",
        description = "Check, try and explain the rules that say who may do what.",
        footer = {
            "",
            "Examples:",
            "  vitrinectl policy check ~/.config/vitrine/policy.d",
            "  vitrinectl policy test cases.toml",
            "  vitrinectl policy explain --consumer org.example.Viewer --image Holidays"
        })
public final class PolicyCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    private PolicyCommand() {}

    /** Returns the command with those below it. */
    public static CommandLine of(RootCommand root) {
        return new CommandLine(new PolicyCommand())
                .addSubcommand(new CheckCommand(root))
                .addSubcommand(new TestCommand(root));
    }

    @Override
    public void run() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        throw new ParameterException(
                line,
                "Say what to do: " + String.join(", ", line.getSubcommands().keySet()) + ".");
    }
}
