package org.vitrine.checks.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.checks.stage.Program;
import org.vitrine.fd.NeedsTestVm;

/** What people run, where there are dma-bufs. */
@NeedsTestVm
class DemoVmIT {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void theDemoStreamsOverRealDmaBufs() throws IOException {
        List<String> command = new ArrayList<>(Ctl.java("org.vitrine.demo.Demo"));
        command.addAll(List.of("--out", folder.toString(), "--frames", "10"));

        Program.run(Map.of(), command).mustSucceed();

        Map<String, String> report = Json.read(Files.readString(folder.resolve("report.json")));
        assertThat(report)
                .containsEntry("storage", "dma-buf")
                .containsEntry("exp_name", "udmabuf")
                .containsEntry("bytes_copied", "0")
                .containsEntry("wrong_pixels", "0");
        assertThat(report.get("producer_inode")).isEqualTo(report.get("consumer_inode"));
    }

    @Test
    void vitrinectlNamesEveryExporterAndImporter() {
        List<String> command = new ArrayList<>(Ctl.java("org.vitrine.cli.Main"));
        command.addAll(List.of("devices", "--json"));

        assertThat(Program.run(Map.of(), command).mustSucceed())
                .contains(
                        "\"name\":\"memfd\"",
                        "\"name\":\"udmabuf\"",
                        "\"name\":\"dma-heap:system\"",
                        "\"name\":\"drm:card0\"",
                        "\"name\":\"gbm:card0\"",
                        "\"name\":\"egl:card0\"",
                        "\"name\":\"vulkan\"",
                        "\"missing\":[]");
    }
}
