package org.vitrine.checks.wayland;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.vitrine.checks.stage.Program;
import org.vitrine.checks.stage.Stage;
import org.vitrine.checks.stage.StillPicture;
import org.vitrine.client.BufferAllocator;
import org.vitrine.client.ConnectOptions;
import org.vitrine.client.ImageSpec;
import org.vitrine.client.SharedImage;
import org.vitrine.client.Vitrine;
import org.vitrine.fd.NeedsTestVm;
import org.vitrine.fd.Udmabuf;
import org.vitrine.gpu.memory.UdmabufAllocator;

/** The example that shows an image in a Wayland compositor, with images in dma-bufs. */
@NeedsTestVm
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WaylandViewerVmIT {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;

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

    @Test
    void theCompositorImportsEveryBufferOfAnImageThatMoves() {
        BufferAllocator allocator = new UdmabufAllocator(new Udmabuf());
        try (Weston weston = Weston.withGl();
                Vitrine vitrine =
                        Vitrine.connect(ConnectOptions.ofBus(stage.bus().address()));
                SharedImage image = vitrine.share(ImageSpec.of("Moving", WIDTH, HEIGHT), allocator);
                Program viewer = Viewer.start(stage, weston, "Moving")) {
            assertThat(viewer.readLine()).isEqualTo("dmabuf 320x240 XR24 LINEAR");
            assertThat(viewer.readLine()).isEqualTo("frame 0");
            for (int frame = 1; frame <= image.bufferCount() + 1; frame++) {
                int colour = 0x4080 * frame;
                Paint.fill(image, colour);
                assertThat(viewer.readLine()).isEqualTo("frame " + frame);
                weston.screenshot().mustShow(WIDTH, HEIGHT, (_, _) -> colour);
            }
        }
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
