package org.vitrine.checks.wayland;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.vitrine.checks.stage.Program;
import org.vitrine.checks.stage.Stage;
import org.vitrine.checks.stage.StillPicture;
import org.vitrine.fd.NeedsTestVm;

/** The example that shows an image in a Wayland compositor, with images in dma-bufs. */
@NeedsTestVm
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WaylandViewerVmIT {
    private final Stage stage = Stage.withBroker("-XX:TieredStopAtLevel=1"); // as the test machine wants it

    @BeforeAll
    static void makeViewer() {
        Viewer.make();
    }

    @AfterAll
    void end() {
        stage.close();
    }

    @Test
    void theCompositorImportsTheDmaBufAndShowsEveryPixel() {
        assertShownBy(Weston.withGl(), "dmabuf 321x123 XR24 LINEAR");
    }

    @Test
    void aDmaBufIsCopiedForACompositorThatImportsNone() {
        assertShownBy(
                Weston.withPixman(),
                "copy 321x123 XR24 LINEAR: the compositor has no zwp_linux_dmabuf_v1 of version 3");
    }

    private void assertShownBy(Weston started, String road) {
        try (Weston weston = started;
                StillPicture _ = StillPicture.inDmaBufOn(stage);
                Program viewer = Viewer.start(stage, weston, StillPicture.TITLE)) {
            assertThat(viewer.readLine()).isEqualTo(road);
            assertThat(viewer.readLine()).isEqualTo("frame 0");

            weston.screenshot().mustShow(StillPicture.WIDTH, StillPicture.HEIGHT, StillPicture::pixel);
        }
    }
}
