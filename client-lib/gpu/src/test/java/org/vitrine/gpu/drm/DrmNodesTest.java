package org.vitrine.gpu.drm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrmNodesTest {
    @TempDir
    private Path folder;

    @Test
    void findsRenderNodesFirstThenPrimaryOnesByNumber() throws IOException {
        for (String name : new String[] {"card10", "card2", "renderD129", "renderD128"}) {
            Files.createFile(folder.resolve(name));
        }
        assertThat(DrmNodes.find(folder, folder))
                .extracting(node -> node.path().getFileName().toString())
                .containsExactly("renderD128", "renderD129", "card2", "card10");
    }

    @Test
    void passesOverWhatIsNoNode() throws IOException {
        Files.createDirectory(folder.resolve("by-path"));
        for (String name : new String[] {"card", "cardX", "card-1", "card99999999999", "renderD", "controlD64"}) {
            Files.createFile(folder.resolve(name));
        }
        assertThat(DrmNodes.find(folder, folder)).isEmpty();
    }

    @Test
    void findsNoneOnAMachineWithoutGraphics() {
        assertThat(DrmNodes.find(folder.resolve("dri"), folder)).isEmpty();
    }

    @Test
    void tellsTheDeviceThatBothNodesBelongTo() throws IOException {
        Path devices = Files.createDirectory(folder.resolve("dri"));
        for (String name : new String[] {"card0", "renderD128", "card1"}) {
            Files.createFile(devices.resolve(name));
        }
        for (String name : new String[] {"card0", "renderD128"}) {
            Path description = Files.createDirectory(folder.resolve(name));
            Files.createSymbolicLink(description.resolve("device"), Path.of("../../../0000:00:02.0"));
        }
        assertThat(DrmNodes.find(devices, folder))
                .extracting(node -> node.device().orElse("untold"))
                .containsExactly("0000:00:02.0", "0000:00:02.0", "untold");
    }
}
