package org.vitrine.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.gpu.device.Devices;
import org.vitrine.gpu.device.Exporter;
import org.vitrine.gpu.device.Importer;
import org.vitrine.gpu.device.MissingSystem;
import picocli.CommandLine.Command;

/** Says what this machine can make images of. */
@Command(
        name = "devices",
        description = {
            "List what this machine can make images' memory with and import it with, what it lacks, and how to get that.",
            "Needs no broker."
        },
        footer = {"", "Examples:", "  vitrinectl devices", "  vitrinectl devices --json"})
final class DevicesCommand implements Callable<Integer> {
    private static final int SHOWN_FORMATS = 6;

    private final RootCommand root;

    DevicesCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        try (Devices devices = Progress.during(root.terminal(), "Looking at devices", Devices::find)) {
            if (root.json()) {
                root.terminal().out().println(DevicesJson.of(devices));
            } else {
                print(devices);
            }
            return ExitCode.OK;
        }
    }

    private void print(Devices devices) {
        Terminal terminal = root.terminal();
        exporters(devices.exporters(), terminal.colour()).forEach(terminal.out()::println);
        if (!devices.importers().isEmpty()) {
            terminal.out().println();
            importers(devices.importers(), terminal.colour()).forEach(terminal.out()::println);
        }
        if (!devices.missing().isEmpty()) {
            terminal.out().println();
            terminal.out().println("Missing here:");
            devices.missing().stream().map(DevicesCommand::missing).forEach(terminal.out()::println);
        }
    }

    static List<String> exporters(List<Exporter> found, boolean colour) {
        TextTable table = table("EXPORTER");
        for (Exporter exporter : found) {
            table.row(
                    row(exporter.name(), exporter.device(), exporter.driver(), exporter.formats(), "every linear one"));
        }
        return table.lines(colour);
    }

    static List<String> importers(List<Importer> found, boolean colour) {
        TextTable table = table("IMPORTER");
        for (Importer importer : found) {
            table.row(row(importer.name(), importer.device(), importer.driver(), importer.formats(), "any"));
        }
        return table.lines(colour);
    }

    private static TextTable table(String what) {
        return new TextTable(Stream.of(what, "DEVICE", "DRIVER", "FORMATS")
                .map(heading -> new TextTable.Column(heading, false))
                .toList());
    }

    private static List<String> row(
            String name, Optional<String> device, String driver, List<DrmFormat> formats, String all) {
        List<String> names = formats.stream()
                .map(format -> format.fourCc().name())
                .distinct()
                .toList();
        return List.of(name, device.orElse("-"), driver, names.isEmpty() ? all : shortened(names));
    }

    private static String shortened(List<String> names) {
        return names.size() <= SHOWN_FORMATS
                ? String.join(" ", names)
                : String.join(" ", names.subList(0, SHOWN_FORMATS)) + " and " + (names.size() - SHOWN_FORMATS)
                        + " more (--json lists them)";
    }

    static String missing(MissingSystem missing) {
        return "  " + missing.system().word() + ": " + PlainText.of(missing.why()) + "\n    " + missing.howToGetIt();
    }
}
