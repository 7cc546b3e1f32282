package org.vitrine.fd;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@NeedsTestVm
@ExtendWith(LeakCheck.class)
class ExportersVmIT {
    @Test
    void theMachineHasEveryExporter() {
        for (String device : new String[] {"udmabuf", "dma_heap/system", "dri/card0", "dri/renderD128", "dri/card1"}) {
            assertThat(Files.exists(Path.of("/dev", device))).as(device).isTrue();
        }
    }
}
