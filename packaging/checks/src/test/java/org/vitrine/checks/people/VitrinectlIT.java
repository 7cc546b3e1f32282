package org.vitrine.checks.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.checks.stage.Program;
import org.vitrine.checks.stage.Stage;
import org.vitrine.cli.picture.Picture;
import org.vitrine.cli.picture.PictureFile;
import org.vitrine.wire.testing.PrivateBus;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class VitrinectlIT {
    private static final int WIDTH = 123;
    private static final int HEIGHT = 45;

    private final Stage stage = Stage.withBroker();
    private final Ctl ctl = new Ctl(stage.bus());

    @TempDir
    private Path folder = Path.of("");

    @AfterAll
    void end() {
        stage.close();
    }

    @Test
    void whatIsSharedIsListedShownAndGrabbedPixelByPixel() throws IOException {
        Path file = picture("holidays.png");
        try (Program share = ctl.start("share", file.toString(), "--tag", "sea", "--json")) {
            String id = Json.read(share.readLine()).get("id");

            Map<String, String> listed =
                    Json.read(ctl.run("list", "--json", "--tag", "sea").mustSucceed());
            assertThat(listed)
                    .containsEntry("images.0.id", id)
                    .containsEntry("images.0.title", "holidays.png")
                    .containsEntry("images.0.format", "XRGB8888:LINEAR")
                    .containsEntry("images.0.sequence", "1");
            assertThat(ctl.run("list").mustSucceed()).contains("holidays.png", "123×45", "sea");
            assertThat(Json.read(ctl.run("show", id, "--json").mustSucceed())).containsEntry("width", "123");

            Path grabbed = folder.resolve("grabbed.png");
            ctl.run("grab", "holidays.png", "-o", grabbed.toString()).mustSucceed();
            assertThat(PictureFile.read(grabbed).argb())
                    .containsExactly(PictureFile.read(file).argb());
        }
    }

    @Test
    void twoImagesOfOneTitleMustBeToldApart() throws IOException {
        String file = picture("twin.png").toString();
        try (Program first = ctl.start("share", file, "--json");
                Program second = ctl.start("share", file, "--json", "--format", "ARGB8888")) {
            first.readLine();
            String id = Json.read(second.readLine()).get("id");

            Program.Result shown = ctl.run("show", "twin.png");

            assertThat(shown.exitCode()).isEqualTo(2);
            assertThat(shown.errors()).contains("Several images", id);
        }
    }

    @Test
    void anImageThatIsNotThereIsNotFound() throws IOException {
        Path out = folder.resolve("none.png");

        Program.Result text = ctl.run("grab", "no such title", "-o", out.toString());
        Program.Result json =
                ctl.run("grab", "/org/freedesktop/portal/vitrine/image/4000", "-o", out.toString(), "--json");

        assertThat(text.exitCode()).isEqualTo(1);
        assertThat(text.errors()).contains("no such title", "vitrinectl list").doesNotContain("\tat ");
        assertThat(json.exitCode()).isEqualTo(1);
        assertThat(Json.read(json.errors())).containsEntry("error", "org.freedesktop.portal.Error.NotFound");
        assertThat(out).doesNotExist();
    }

    @Test
    void devicesNamesWhatIsThereAndHowToGetWhatIsMissing() throws IOException {
        String json = ctl.run("devices", "--json").mustSucceed();
        Map<String, String> devices = Json.read(json);

        assertThat(devices).containsEntry("exporters.0.name", "memfd");
        for (String system : List.of("memfd", "udmabuf", "dma-heap", "drm", "gbm", "egl", "vulkan")) {
            assertThat(json).contains("\"system\":\"" + system + "\"");
        }
        for (int i = 0; devices.containsKey("missing." + i + ".system"); i++) {
            assertThat(devices.get("missing." + i + ".why")).isNotBlank();
            assertThat(devices.get("missing." + i + ".how_to_get_it")).startsWith("It needs ");
        }
        assertThat(ctl.run("devices").mustSucceed()).contains("EXPORTER", "memfd", "every linear one");
    }

    @Test
    void withoutABrokerSaysHowToStartIt() {
        try (PrivateBus empty = PrivateBus.start()) {
            Program.Result result = new Ctl(empty).run("list");

            assertThat(result.exitCode()).isEqualTo(69);
            assertThat(result.errors()).contains("./run broker");
        }
    }

    private Path picture(String name) throws IOException {
        int[] argb = new Random(3)
                .ints((long) WIDTH * HEIGHT)
                .map(i -> i | Picture.OPAQUE)
                .toArray();
        Path file = folder.resolve(name);
        PictureFile.writePng(new Picture(WIDTH, HEIGHT, false, argb), file);
        return file;
    }
}
