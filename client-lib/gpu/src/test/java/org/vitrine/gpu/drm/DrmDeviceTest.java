package org.vitrine.gpu.drm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.fd.LeakCheck;

@ExtendWith(LeakCheck.class)
class DrmDeviceTest {
    @TempDir
    private Path folder;

    @Test
    void saysThatADeviceVanishedBeforeItWasOpened() {
        assertThatExceptionOfType(DeviceGoneException.class)
                .isThrownBy(() -> DrmDevice.open(node("card0")))
                .withMessageContaining("gone");
    }

    @Test
    void refusesAFileThatIsNoDrmDeviceAndLeavesItClosed() throws IOException {
        Files.createFile(folder.resolve("card0"));
        assertThatExceptionOfType(VitrineException.class)
                .isThrownBy(() -> DrmDevice.open(node("card0")))
                .satisfies(e -> assertThat(e.name()).isEqualTo(ErrorName.NOT_SUPPORTED))
                .withMessageContaining("VERSION (ENOTTY)");
    }

    private DrmNode node(String name) {
        return new DrmNode(folder.resolve(name), DrmNode.Type.PRIMARY, Optional.empty());
    }
}
