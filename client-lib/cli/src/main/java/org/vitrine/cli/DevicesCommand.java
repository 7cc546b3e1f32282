package org.vitrine.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.vitrine.gpu.exporter.Exporter;
import org.vitrine.gpu.exporter.Exporters;
import org.vitrine.gpu.exporter.MissingExporter;
import picocli.CommandLine.Command;

/** Says what this machine can make images of. */
@Command(
        name = "devices",
        description = {
            "List what this machine can make images' memory with, what it lacks, and how to get that.",
            "Needs no broker."
        },
        footer = {"", "Examples:", "  vitrinectl devices", "  vitrinectl devices --json"})
final class DevicesCommand implements Callable<Integer> {
    private static final List<TextTable.Column> COLUMNS = List.of(
            new TextTable.Column("EXPORTER", false),
            new TextTable.Column("DEVICE", false),
            new TextTable.Column("DRIVER", false),
            new TextTable.Column("FORMATS", false));

    private final RootCommand root;

    DevicesCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        try (Exporters exporters = Progress.during(root.terminal(), "Looking at devices", Exporters::find)) {
            if (root.json()) {
                root.terminal().out().println(DevicesJson.of(exporters));
            } else {
                print(exporters);
            }
            return ExitCode.OK;
        }
    }

    private void print(Exporters exporters) {
        Terminal terminal = root.terminal();
        lines(exporters.found(), terminal.colour()).forEach(terminal.out()::println);
        if (!exporters.missing().isEmpty()) {
            terminal.out().println();
            terminal.out().println("Missing here:");
            exporters.missing().stream().map(DevicesCommand::missing).forEach(terminal.out()::println);
        }
    }

    static List<String> lines(List<Exporter> found, boolean colour) {
        TextTable table = new TextTable(COLUMNS);
        for (Exporter exporter : found) {
            table.row(List.of(exporter.name(), exporter.device().orElse("-"), exporter.driver(), formats(exporter)));
        }
        return table.lines(colour);
    }

    private static String formats(Exporter exporter) {
        return exporter.formats().isEmpty()
                ? "every linear one"
                : exporter.formats().stream()
                        .map(format -> format.fourCc().name())
                        .distinct()
                        .collect(Collectors.joining(" "));
    }

    static String missing(MissingExporter missing) {
        return "  " + missing.kind().word() + ": " + PlainText.of(missing.why()) + "\n    " + missing.howToGetIt();
    }
}
