package org.vitrine.gpucheck;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.api.image.Modifier;
import org.vitrine.gpu.device.Devices;
import org.vitrine.gpu.device.Exporter;
import org.vitrine.gpu.device.Importer;

/** Writes down, in Markdown, what this machine's drivers export, import and refuse. */
final class DriverReport {
    private DriverReport() {}

    static String of(Devices devices, List<String> extensions, RoadTable table) {
        StringBuilder text = new StringBuilder(
                        "# What the drivers of a machine do\n\nWritten by `./run gpu-check` on Linux ")
                .append(System.getProperty("os.version"))
                .append(", ")
                .append(System.getProperty("os.arch"))
                .append(".\n\n## Every exporter to every importer of another process, over the broker\n\n```\n")
                .append(String.join("\n", table.lines()))
                .append("\n```\n\n\"ok\": every pixel is right, and both ends see the same dma-buf.\n\n");
        table.notes()
                .forEach((note, roads) -> text.append("- ")
                        .append(note)
                        .append("\n  (")
                        .append(String.join(", ", roads))
                        .append(")\n"));
        text.append("\n## Exporters\n\n| name | driver | formats |\n|---|---|---|\n");
        for (Exporter exporter : devices.exporters()) {
            row(text, exporter.name(), exporter.driver(), exporter.formats(), "every linear one");
        }
        text.append("\n## Importers\n\n| name | driver | formats |\n|---|---|---|\n");
        for (Importer importer : devices.importers()) {
            row(text, importer.name(), importer.driver(), importer.formats(), "any");
        }
        text.append("\n## Extensions\n\n");
        extensions.forEach(line -> text.append("- ").append(line).append('\n'));
        if (!devices.missing().isEmpty()) {
            text.append("\n## Missing\n\n");
            devices.missing()
                    .forEach(missing -> text.append("- ")
                            .append(missing.system().word())
                            .append(": ")
                            .append(missing.why())
                            .append('\n'));
        }
        return text.toString();
    }

    private static void row(StringBuilder text, String name, String driver, List<DrmFormat> formats, String all) {
        text.append("| ").append(name).append(" | ").append(driver).append(" | ");
        text.append(formats.isEmpty() ? all : byModifier(formats)).append(" |\n");
    }

    /** Formats that have the same modifiers stand together. */
    private static String byModifier(List<DrmFormat> formats) {
        Map<String, List<Modifier>> modifiers = formats.stream()
                .collect(Collectors.groupingBy(
                        format -> format.fourCc().name(),
                        TreeMap::new,
                        Collectors.mapping(DrmFormat::modifier, Collectors.toList())));
        Map<String, List<String>> names = modifiers.entrySet().stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.getValue().stream()
                                .map(Modifier::toString)
                                .collect(Collectors.joining(", ")),
                        TreeMap::new,
                        Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        return names.entrySet().stream()
                .map(entry -> String.join(" ", entry.getValue()) + ": " + entry.getKey())
                .collect(Collectors.joining("<br>"));
    }
}
