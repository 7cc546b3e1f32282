package org.vitrine.checks.sandboxes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.checks.stage.Stage;
import org.vitrine.checks.stage.StillPicture;
import org.vitrine.fd.NeedsTestVm;

/** A picture in a real dma-buf, looked at from Flatpak's sandbox with nothing of Vitrine's in it. */
@NeedsTestVm
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SandboxedRoadVmIT {
    private static final String LOOKER_READS = """
            [[rule]]
            name = "looker-reads"
            app = "org.example.Looker"
            sandbox = "flatpak"
            actions = ["list", "read"]
            effect = "allow"
            """;

    private final Stage stage = Stage.withBroker("-XX:TieredStopAtLevel=1"); // as the test machine wants it
    private final SandboxedApp looker = new ProxiedApp(stage, SandboxedApp.LOOKER);

    @AfterAll
    void end() {
        stage.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"udmabuf", "system", "virtio_gpu", "drm"})
    void everyPixelOfADmaBufArrivesInTheSandbox(String exporter) {
        stage.rules().replace(LOOKER_READS);
        try (StillPicture picture = StillPicture.inDmaBufOn(stage, exporter)) {
            assertThat(stage.broker().descriptors().values()).anyMatch(what -> what.startsWith("/dmabuf:"));
            assertThat(looker.look(StillPicture.TITLE).mustSucceed())
                    .isEqualTo("321x123 XRGB8888:LINEAR " + picture.sha256());
        }
    }
}
