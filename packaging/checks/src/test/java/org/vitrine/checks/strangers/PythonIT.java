package org.vitrine.checks.strangers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.checks.stage.Program;
import org.vitrine.checks.stage.StillPicture;
import org.vitrine.wire.testing.BusKind;

/** The Python examples, with Debian's own libraries. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PythonIT {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final int HALF_BRIGHT = 128;

    @RegisterExtension
    final Exhibition exhibition = new Exhibition(kind());

    /** Tells which bus these tests run on. */
    BusKind kind() {
        return BusKind.DBUS_DAEMON;
    }

    @Test
    void consumerReadsThePixels(@TempDir Path folder) throws IOException {
        Path ppm = folder.resolve("out.ppm");

        String said = exhibition
                .example("python/consumer.py", StillPicture.TITLE, ppm.toString())
                .mustSucceed();

        assertThat(said)
                .isEqualTo("321x123 XRGB8888:LINEAR " + exhibition.picture().sha256());
        byte[] rgb = Pixels.rgbOfPpm(Files.readAllBytes(ppm), "P6 321 123 255");
        assertThat(rgb).hasSize(321 * 123 * 3).startsWith(0, 0, 0, 1, 0, 7);
    }

    @Test
    void consumerSeesWhatTheProducerDraws(@TempDir Path folder) throws IOException {
        try (Program producer = exhibition.startExample("python/producer.py", "Gradient")) {
            assertThat(producer.readLine()).startsWith("/org/freedesktop/portal/vitrine/image/");
            Path ppm = folder.resolve("out.ppm");

            exhibition.example("python/consumer.py", "Gradient", ppm.toString()).mustSucceed();

            assertGradient(Pixels.rgbOfPpm(Files.readAllBytes(ppm), "P6 640 360 255"));
            assertThat(producer.finish().exitCode()).isZero();
        }
        assertThat(exhibition.images()).containsExactly(exhibition.picture().path());
    }

    /** Checks every pixel against what producer.py draws: only blue moves, by the same step everywhere. */
    private static void assertGradient(byte[] rgb) {
        assertThat(rgb).hasSize(WIDTH * HEIGHT * 3);
        int step = rgb[2] & 0xff;
        byte[] expected = new byte[rgb.length];
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            int x = i % WIDTH;
            expected[3 * i] = (byte) HALF_BRIGHT;
            expected[3 * i + 1] = (byte) (x * 255 / WIDTH);
            expected[3 * i + 2] = (byte) (x + step);
        }
        assertThat(rgb).isEqualTo(expected);
    }
}
