package org.vitrine.cli.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.api.image.FourCc;
import org.vitrine.client.Pixels;

final class PixelConversionTest {
    private static final int WIDTH = 37;
    private static final int HEIGHT = 11;

    @ParameterizedTest
    @ValueSource(strings = {"XRGB8888", "XBGR8888", "RGBX8888", "BGRX8888", "RGB888", "BGR888"})
    void opaquePicturesComeBackExactly(String format, @TempDir Path folder) throws Exception {
        Picture picture = noise(false);

        assertThat(throughFilesAndPixels(picture, format, folder).argb()).containsExactly(picture.argb());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ARGB8888", "ABGR8888", "RGBA8888", "BGRA8888"})
    void seeThroughPicturesComeBackExactly(String format, @TempDir Path folder) throws Exception {
        Picture picture = noise(true);

        Picture back = throughFilesAndPixels(picture, format, folder);

        assertThat(back.argb()).containsExactly(picture.argb());
        assertThat(back.alpha()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RGB565", "BGR565"})
    void whatFiveAndSixBitsCanSayComesBackExactly(String format, @TempDir Path folder) throws Exception {
        Picture rounded = through(noise(false), format);

        assertThat(throughFilesAndPixels(rounded, format, folder).argb()).containsExactly(rounded.argb());
    }

    @ParameterizedTest
    @CsvSource({
        "XRGB8888, 33 22 11",
        "XBGR8888, 11 22 33",
        "RGBX8888, 00 33 22 11",
        "BGRX8888, 00 11 22 33",
        "ARGB8888, 33 22 11 ff",
        "ABGR8888, 11 22 33 ff",
        "RGB888, 33 22 11",
        "BGR888, 11 22 33",
        "RGB565, 06 11"
    })
    void bytesLieAsTheKernelSays(String format, String bytes) {
        Pixels pixels = HeapPixels.make(format, 1, 1);
        conversion(format).draw(new Picture(1, 1, true, new int[] {0xFF112233}), pixels);

        assertThat(hex(pixels)).startsWith(bytes);
    }

    @Test
    void nv12KeepsEvenlyColouredAreas() {
        int[] argb = new int[WIDTH * HEIGHT];
        Arrays.fill(argb, 0xFF3377CC);

        Picture back = through(new Picture(WIDTH, HEIGHT, false, argb), "NV12");

        for (int shift = 0; shift <= 16; shift += 8) {
            int channel = back.pixel(WIDTH - 1, HEIGHT - 1) >> shift & 0xFF;
            assertThat(channel).isCloseTo(0xFF3377CC >> shift & 0xFF, within(2));
        }
    }

    @Test
    void refusesToDrawAPictureOfAnotherSize() {
        Pixels pixels = HeapPixels.make("XRGB8888", WIDTH + 1, HEIGHT);

        assertThatThrownBy(() -> conversion("XRGB8888").draw(noise(false), pixels))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void knowsWhatItDoesNotKnow() {
        assertThat(PixelConversion.find(FourCc.ofName("YUYV"))).isEmpty();
        assertThat(PixelConversion.formatNames()).contains("XRGB8888", "NV12").isSorted();
    }

    private static Picture throughFilesAndPixels(Picture picture, String format, Path folder) throws Exception {
        Path before = folder.resolve("before.png");
        Path after = folder.resolve("after.png");
        PictureFile.writePng(picture, before);
        PictureFile.writePng(through(PictureFile.read(before), format), after);
        return PictureFile.read(after);
    }

    private static Picture through(Picture picture, String format) {
        Pixels pixels = HeapPixels.make(format, picture.widthPixels(), picture.heightPixels());
        conversion(format).draw(picture, pixels);
        return conversion(format).read(pixels);
    }

    private static PixelConversion conversion(String format) {
        return PixelConversion.find(FourCc.ofName(format)).orElseThrow();
    }

    private static Picture noise(boolean alpha) {
        int[] argb = new Random(7)
                .ints((long) WIDTH * HEIGHT)
                .map(i -> alpha ? i : i | Picture.OPAQUE)
                .toArray();
        return new Picture(WIDTH, HEIGHT, alpha, argb);
    }

    private static String hex(Pixels pixels) {
        byte[] bytes = new byte[(int) pixels.plane().rowBytes()];
        pixels.plane().row(0).asByteBuffer().get(bytes);
        return HexFormat.ofDelimiter(" ").formatHex(bytes);
    }
}
