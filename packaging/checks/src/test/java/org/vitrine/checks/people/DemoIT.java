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
import org.vitrine.cli.picture.Picture;
import org.vitrine.cli.picture.PictureFile;

final class DemoIT {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void showsTheMainJobWithoutCopyingAByte() throws IOException {
        String narrated = demo("org.vitrine.broker.boot.Main").mustSucceed();

        assertThat(narrated).contains("1. ", "Done.").doesNotContain("\u001b");
        Map<String, String> report = Json.read(Files.readString(folder.resolve("report.json")));
        assertThat(report)
                .containsEntry("format", "XRGB8888:LINEAR")
                .containsEntry("width", "1920")
                .containsEntry("height", "1080")
                .containsEntry("planes", "1")
                .containsEntry("buffers", "3")
                .containsEntry("bytes_copied", "0")
                .containsEntry("wrong_pixels", "0")
                .containsEntry("frames_seen", "10");
        assertThat(report.get("producer_inode")).isEqualTo(report.get("consumer_inode"));
        if (Files.isWritable(Path.of("/dev/udmabuf"))) {
            assertThat(report).containsEntry("storage", "dma-buf").containsEntry("exp_name", "udmabuf");
        } else {
            assertThat(report).containsEntry("storage", "sealed memfd").containsEntry("exp_name", "");
            assertThat(report.get("seals")).contains("SHRINK", "FUTURE_WRITE");
        }
    }

    @Test
    void leavesThePictureOfTheLastFrame() throws IOException {
        demo("org.vitrine.broker.boot.Main").mustSucceed();

        Picture picture = PictureFile.read(folder.resolve("frame.png"));
        long frame = Long.parseLong(
                Json.read(Files.readString(folder.resolve("report.json"))).getOrDefault("last_frame", "-1"));
        int grey = (int) Math.floorMod(-8 * frame, 256L); // the ramp at the bottom moves 8 pixels a frame
        assertThat(picture.widthPixels()).isEqualTo(1920);
        assertThat(picture.pixel(0, 1079)).isEqualTo(Picture.OPAQUE | grey << 16 | grey << 8 | grey);
    }

    @Test
    void saysWhatABrokerThatDoesNotStartWrote() {
        Program.Result result = demo("org.vitrine.NoSuchBroker");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.errors()).contains("The broker ended too early", "NoSuchBroker");
    }

    private Program.Result demo(String brokerMain) {
        List<String> command = new ArrayList<>(Ctl.java("org.vitrine.demo.Demo"));
        command.addAll(List.of("--out", folder.toString(), "--broker-main", brokerMain, "--frames", "10"));
        return Program.run(Map.of("DBUS_SESSION_BUS_ADDRESS", ""), command);
    }
}
