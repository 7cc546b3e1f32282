package org.vitrine.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.vitrine.cli.policy.PolicyCommand;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Puts the commands together and turns failures into text and exit codes. */
final class CommandTree {
    private final Terminal terminal;
    private final RootCommand root;
    private final CommandLine line;

    CommandTree(Terminal terminal) {
        this.terminal = terminal;
        this.root = new RootCommand(terminal);
        this.line = new CommandLine(root)
                .addSubcommand(new ShareCommand(root))
                .addSubcommand(new ListCommand(root))
                .addSubcommand(new ShowCommand(root))
                .addSubcommand(new GrabCommand(root))
                .addSubcommand(new DevicesCommand(root))
                .addSubcommand(new SessionsCommand(root))
                .addSubcommand(new GrantsCommand(root))
                .addSubcommand(new GrantCommand(root))
                .addSubcommand(new RevokeCommand(root))
                .addSubcommand(new PauseCommand(root))
                .addSubcommand(new ResumeCommand(root))
                .addSubcommand(new LogCommand(root))
                .addSubcommand(new AgentCommand(root))
                .addSubcommand(PolicyCommand.of(root).addSubcommand(new PolicyExplainCommand(root)))
                .setOut(writer(terminal.out()))
                .setErr(writer(terminal.err()))
                .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.colour() ? Ansi.ON : Ansi.OFF))
                .setParameterExceptionHandler(this::usage)
                .setExecutionExceptionHandler(this::failed);
    }

    int execute(String... args) {
        return line.execute(args);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    private int usage(ParameterException e, String[] args) {
        String help = e.getCommandLine().getCommandSpec().qualifiedName() + " --help";
        CommandFailure failure = CommandFailure.usage(e.getMessage() + "\nSee: " + help);
        return report(failure, Arrays.asList(args).contains("--json"));
    }

    private int failed(Exception e, CommandLine failed, ParseResult parsed) {
        if (e instanceof InterruptedException) {
            return ExitCode.OK;
        }
        return report(Failures.of(e), root.json());
    }

    private int report(CommandFailure failure, boolean json) {
        if (json) {
            terminal.err().println(ErrorJson.of(failure));
        } else {
            terminal.err().println("vitrinectl: " + failure.text());
        }
        return failure.exitCode();
    }
}
