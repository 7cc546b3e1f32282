package org.vitrine.checks.wayland;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.vitrine.checks.stage.Program;
import org.vitrine.checks.stage.Stage;
import org.vitrine.checks.stage.StillPicture;
import org.vitrine.client.ConnectOptions;
import org.vitrine.client.ImageSpec;
import org.vitrine.client.SharedImage;
import org.vitrine.client.Vitrine;

/** The example that shows an image in a Wayland compositor, with images in plain memory. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WaylandViewerIT {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;
    private static final int RED = 0xff0000;
    private static final int GREEN = 0x00ff00;
    private static final int BLACK = 0;

    private final Stage stage = Stage.withBroker();
    private final Weston weston = Weston.withPixman();

    @BeforeAll
    static void makeViewer() {
        Viewer.make();
    }

    @BeforeEach
    void awaitNoWindow() {
        weston.awaitNoWindow(); // that of the test before ends with its program
    }

    @AfterAll
    void end() {
        weston.close();
        stage.close();
    }

    @Test
    void copiesWhatTheCompositorCanNotMapAndShowsEveryPixel() {
        try (StillPicture _ = StillPicture.shownOn(stage);
                Program viewer = Viewer.start(stage, weston, StillPicture.TITLE)) {
            assertThat(viewer.readLine())
                    .isEqualTo(
                            "copy 321x123 XR24 LINEAR: the compositor can't map memory that is sealed against writing");
            assertThat(viewer.readLine()).isEqualTo("frame 0");

            weston.screenshot().mustShow(StillPicture.WIDTH, StillPicture.HEIGHT, StillPicture::pixel);
        }
    }

    @Test
    void letsTheCompositorMapWhatIsNotSealedAndFollowsTheFrames() {
        ImageSpec spec = ImageSpec.of("Moving", WIDTH, HEIGHT).writableByConsumers();
        try (Vitrine vitrine = connect();
                SharedImage image = vitrine.share(spec);
                Program viewer = Viewer.start(stage, weston, image.id().toString())) {
            assertThat(viewer.readLine()).isEqualTo("shm 320x240 XR24 LINEAR");
            assertThat(viewer.readLine()).isEqualTo("frame 0");
            weston.screenshot().mustShow(WIDTH, HEIGHT, (_, _) -> BLACK);

            Paint.fill(image, RED);
            assertThat(viewer.readLine()).isEqualTo("frame 1");
            weston.screenshot().mustShow(WIDTH, HEIGHT, (_, _) -> RED);

            image.resize(64, 48);
            Paint.fill(image, GREEN);
            assertThat(viewer.readLine()).isEqualTo("shm 64x48 XR24 LINEAR");
            assertThat(lastLineBefore(viewer, "frame 2")).isTrue();
            weston.screenshot().mustShow(64, 48, (_, _) -> GREEN);
        }
    }

    @Test
    void showsTheLatestFrameThatWasDrawnBeforeItCame() {
        try (Vitrine vitrine = connect();
                SharedImage image = vitrine.share(ImageSpec.of("Before", WIDTH, HEIGHT))) {
            Paint.fill(image, RED);
            Paint.fill(image, GREEN);
            try (Program viewer = Viewer.start(stage, weston, "Before")) {
                assertThat(viewer.readLine()).startsWith("copy 320x240");
                assertThat(viewer.readLine()).isEqualTo("frame 2");
                weston.screenshot().mustShow(WIDTH, HEIGHT, (_, _) -> GREEN);
            }
        }
    }

    @Test
    void fillsTheScreenInFullScreen() {
        try (Vitrine vitrine = connect();
                SharedImage image = vitrine.share(ImageSpec.of("Large", WIDTH, HEIGHT))) {
            Paint.fill(image, RED);
            try (Program viewer = Viewer.start(stage, weston, "--fullscreen", "Large")) {
                viewer.readLine();
                assertThat(viewer.readLine()).isEqualTo("frame 1");
                weston.screenshot().mustShow(Screenshot.WIDTH, Screenshot.HEIGHT, (_, _) -> RED);
            }
        }
    }

    @Test
    void endsWithTheFramesThatWereAskedForOrWithTheImage() {
        try (Vitrine vitrine = connect()) {
            SharedImage image = vitrine.share(ImageSpec.of("Short", WIDTH, HEIGHT));
            assertThat(Viewer.run(stage, weston, "--once", "Short").mustSucceed())
                    .endsWith("\nframe 0");
            try (Program viewer = Viewer.start(stage, weston, "Short");
                    Program disappointed = Viewer.start(stage, weston, "--frames", "2", "Short")) {
                viewer.readLine();
                viewer.readLine();
                disappointed.readLine();
                disappointed.readLine();
                image.close();
                assertThat(viewer.finish().exitCode()).isZero();
                Program.Result result = disappointed.finish();
                assertThat(result.exitCode()).isEqualTo(1);
                assertThat(result.errors()).isEqualTo("The image is no longer there to be shown: producer-gone.\n");
            }
        }
    }

    @Test
    void saysWhatIsWrong() {
        Program.Result noImage = Viewer.run(stage, weston, "Nothing");
        assertThat(noImage.exitCode()).isEqualTo(1);
        assertThat(noImage.errors()).startsWith("There is no image with the id or title \"Nothing\"");

        Program.Result noCompositor = Program.run(
                Map.of("XDG_RUNTIME_DIR", "/nonexistent", "WAYLAND_DISPLAY", "none"), Viewer.command("Nothing"));
        assertThat(noCompositor.exitCode()).isEqualTo(1);
        assertThat(noCompositor.errors())
                .startsWith("No Wayland compositor answers")
                .contains("WAYLAND_DISPLAY");

        assertThat(Viewer.run(stage, weston).exitCode()).isEqualTo(64);
        assertThat(Viewer.run(stage, weston, "--help").mustSucceed()).contains("dmabuf", "--fullscreen", "--frames");
    }

    /** Passes over frames that the viewer had time to show in between, each with the next line. */
    private static boolean lastLineBefore(Program viewer, String wanted) {
        for (int i = 0; i < 2; i++) {
            if (viewer.readLine().equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    private Vitrine connect() {
        return Vitrine.connect(ConnectOptions.ofBus(stage.bus().address()));
    }
}
