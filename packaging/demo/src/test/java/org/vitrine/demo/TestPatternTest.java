package org.vitrine.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.client.ImageSpec;
import org.vitrine.client.PixelPlane;
import org.vitrine.client.Pixels;

final class TestPatternTest {
    private static final int WIDTH = 200;
    private static final int HEIGHT = 120;

    private final TestPattern pattern = new TestPattern(WIDTH, HEIGHT);
    private final Pixels pixels = pixels();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 77, 100_000, 1L << 40})
    void drawsWhatItChecks(long frame) {
        pattern.draw(pixels, frame);

        assertThat(pattern.wrongPixels(pixels, frame)).isZero();
    }

    @Test
    void moves() {
        pattern.draw(pixels, 5);

        assertThat(pattern.wrongPixels(pixels, 6)).isPositive();
    }

    @Test
    void aMarkerComesBackAndLeavesThePatternRight() {
        pattern.draw(pixels, 3);
        Marker.write(pixels, 0x7B1C_2D3E);

        assertThat(Marker.read(pixels)).isEqualTo(0x7B1C_2D3E);
        assertThat(pattern.wrongPixels(pixels, 3)).isZero();
    }

    private static Pixels pixels() {
        long stride = WIDTH * 4 + 64;
        PixelPlane plane = new PixelPlane(Arena.ofAuto().allocate(stride * HEIGHT), stride, WIDTH * 4, HEIGHT);
        return new Pixels(WIDTH, HEIGHT, ImageSpec.XRGB8888, List.of(plane));
    }
}
