package org.vitrine.checks.road;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.api.image.FourCc;
import org.vitrine.checks.stage.Program;
import org.vitrine.checks.stage.Stage;
import org.vitrine.cli.TextTable;
import org.vitrine.client.ConnectOptions;
import org.vitrine.client.Drawing;
import org.vitrine.client.ImageSpec;
import org.vitrine.client.SharedImage;
import org.vitrine.client.Vitrine;
import org.vitrine.fd.DmaBufFd;
import org.vitrine.fd.NeedsTestVm;
import org.vitrine.gpu.device.BufferSystem;
import org.vitrine.gpu.device.Devices;
import org.vitrine.gpu.device.Exporter;

/** Every exporter of the machine with every importer, over the broker, from one process to another. */
@NeedsTestVm
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoadVmIT {
    private static final String SAME = "same pixels, same inode";

    private final Stage stage = Stage.withBroker("-XX:TieredStopAtLevel=1");
    private final Devices devices = Devices.find();
    private final Vitrine vitrine =
            Vitrine.connect(ConnectOptions.ofBus(stage.bus().address()));

    @AfterAll
    void end() {
        vitrine.close();
        devices.close();
        stage.close();
    }

    @Test
    void everyPixelArrivesByEveryRoad() {
        Map<String, Map<String, String>> table = new LinkedHashMap<>();
        List<String> importers;
        try (Program consumer = startConsumer()) {
            importers = List.of(consumer.readLine().split(" "));
            for (Exporter exporter : devices.exporters()) {
                table.put(exporter.name(), rowOrRefusal(exporter, consumer, importers));
            }
            print(importers, table);
            consumer.finish().mustSucceed();
        }
        assertThat(String.join("\n", lines(importers, table))).isEqualTo(Expected.TABLE.strip());
    }

    private Program startConsumer() {
        return Program.start(
                stage.portal().environment(),
                List.of(
                        System.getProperty("java.home") + "/bin/java",
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ImportingConsumer.class.getName()));
    }

    private Map<String, String> rowOrRefusal(Exporter exporter, Program consumer, List<String> importers) {
        try {
            return row(exporter, consumer, importers);
        } catch (VitrineException e) {
            return importers.stream()
                    .collect(Collectors.toMap(
                            importer -> importer,
                            _ -> "not made " + e.name() + ": " + e.text(),
                            (one, _) -> one,
                            LinkedHashMap::new));
        }
    }

    private Map<String, String> row(Exporter exporter, Program consumer, List<String> importers) {
        Map<String, String> row = new LinkedHashMap<>();
        ImageSpec spec = ImageSpec.of("From " + exporter.name(), Pattern.WIDTH, Pattern.HEIGHT)
                .withFormat(format(exporter))
                .withBuffers(1);
        try (SharedImage image = vitrine.share(spec, Painter.paintingWith(exporter))) {
            publish(image);
            for (String importer : importers) {
                consumer.type(image.id() + " " + importer);
                row.put(importer, verdict(consumer.readLine(), image));
            }
        }
        return row;
    }

    private static DrmFormat format(Exporter exporter) {
        return DrmFormat.linear(exporter.system() == BufferSystem.EGL ? FourCc.ABGR8888 : FourCc.XRGB8888);
    }

    private static void publish(SharedImage image) {
        try (Drawing _ = image.draw()) {
            // painted already
        }
    }

    private static String verdict(String answer, SharedImage image) {
        long inode = image.storage(0) instanceof DmaBufFd dmaBuf ? dmaBuf.inode() : 0;
        return answer.equals("wrong=0 inode=" + inode) ? SAME : answer;
    }

    private static void print(List<String> importers, Map<String, Map<String, String>> table) {
        lines(importers, table).forEach(System.out::println);
        table.forEach((exporter, row) -> row.forEach((importer, result) -> {
            if (!result.equals(SAME)) {
                System.out.println(exporter + " to " + importer + ": " + result);
            }
        }));
    }

    private static List<String> lines(List<String> importers, Map<String, Map<String, String>> rows) {
        List<TextTable.Column> columns = new ArrayList<>();
        columns.add(new TextTable.Column("FROM \\ TO", false));
        importers.forEach(importer -> columns.add(new TextTable.Column(importer, false)));
        TextTable table = new TextTable(columns);
        rows.forEach((exporter, row) -> {
            List<String> cells = new ArrayList<>();
            cells.add(exporter);
            row.values().forEach(result -> cells.add(cell(result)));
            table.row(cells);
        });
        return table.lines(false);
    }

    private static String cell(String result) {
        if (result.equals(SAME)) {
            return "ok";
        }
        return result.startsWith("refused") ? "refused" : "WRONG";
    }
}
