package org.vitrine.checks.road;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.checks.people.Ctl;
import org.vitrine.checks.stage.Program;
import org.vitrine.fd.NeedsTestVm;

/** Every exporter of the machine with every importer, over the broker, from one process to another. */
@NeedsTestVm
class RoadVmIT {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void everyPixelArrivesByEveryRoad() throws IOException {
        List<String> command = new ArrayList<>(Ctl.java("org.vitrine.gpucheck.GpuCheck"));
        command.addAll(List.of("--out", folder.toString()));

        String table = Program.run(Map.of(), command).mustSucceed();

        System.out.println(table);
        assertThat(table).startsWith(Expected.TABLE);
        assertThat(Files.readString(folder.resolve("report.md")))
                .contains(Expected.TABLE, "EGL_EXT_image_dma_buf_import");
    }
}
