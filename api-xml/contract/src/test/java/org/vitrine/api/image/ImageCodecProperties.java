package org.vitrine.api.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ImageCodecProperties {

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void everyImageIsReadAsItWasWritten(@ForAll("images") Image<Integer> image) throws MalformedImageException {
        assertThat(ImageJson.read(ImageJson.write(image))).isEqualTo(image);
        assertThat(ImageBinary.read(ImageBinary.write(image))).isEqualTo(image);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void anythingCutOffIsRefused(@ForAll("images") Image<Integer> image, @ForAll @IntRange(max = 99) int percent) {
        byte[] bytes = ImageBinary.write(image);
        String json = ImageJson.write(image).stripTrailing();

        refused(() -> ImageBinary.read(Arrays.copyOf(bytes, bytes.length * percent / 100)));
        refused(() -> ImageJson.read(json.substring(0, json.length() * percent / 100)));
    }

    @Property(tries = 600, edgeCases = EdgeCasesMode.NONE)
    void garbageIsReadOrRefusedButNeverWorse(
            @ForAll("images") Image<Integer> image, @ForAll @IntRange(max = 10_000) int where, @ForAll byte what) {
        byte[] bytes = ImageBinary.write(image);
        bytes[where % bytes.length] ^= what;
        StringBuilder json = new StringBuilder(ImageJson.write(image));
        json.setCharAt(where % json.length(), (char) (what & 0x7f));

        readOrRefused(
                () -> assertThat(ImageBinary.write(ImageBinary.read(bytes))).isEqualTo(bytes));
        readOrRefused(() -> assertThat(ImageJson.read(json.toString())).isNotNull());
    }

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void randomBytesAndTextAreRefused(@ForAll byte[] bytes, @ForAll String text) {
        refused(() -> ImageBinary.read(bytes));
        refused(() -> ImageJson.read(text));
    }

    private interface Reading {
        void run() throws MalformedImageException;
    }

    private static void refused(Reading reading) {
        assertThatExceptionOfType(MalformedImageException.class).isThrownBy(reading::run);
    }

    private static void readOrRefused(Reading reading) {
        try {
            reading.run();
        } catch (MalformedImageException refused) {
            assertThat(refused).hasMessageNotContaining("Exception");
        }
    }

    @Provide
    Arbitrary<Image<Integer>> images() {
        Arbitrary<Integer> pixels = Arbitraries.integers().between(1, Buffer.MAX_PIXELS);
        Arbitrary<DrmFormat> formats = Combinators.combine(Arbitraries.integers(), Arbitraries.longs())
                .as((code, bits) -> new DrmFormat(new FourCc(code), new Modifier(bits)));
        return Combinators.combine(titles(), tags(), pixels, pixels, formats, planes())
                .as((title, tags, width, height, format, planes) -> new Image<>(
                        title,
                        tags,
                        planes.stream()
                                .map(list -> new Buffer<>(width, height, format, list))
                                .toList()));
    }

    private static Arbitrary<String> titles() {
        return Arbitraries.strings()
                .withChars(' ', '"', '\\', '/', 'ß', '窗', '\u2028')
                .alpha()
                .ofMinLength(1)
                .ofMaxLength(Image.MAX_TITLE_CHARACTERS);
    }

    private static Arbitrary<List<String>> tags() {
        return Arbitraries.strings()
                .alpha()
                .numeric()
                .withChars("._-")
                .ofMinLength(1)
                .ofMaxLength(64)
                .list()
                .uniqueElements()
                .ofMaxSize(Image.MAX_TAGS);
    }

    private static Arbitrary<List<List<Plane<Integer>>>> planes() {
        Arbitrary<Plane<Integer>> plane = Combinators.combine(
                        Arbitraries.integers().between(0, ImageBinary.MAX_INDEX),
                        Arbitraries.longs().between(0, Plane.MAX_BYTES),
                        Arbitraries.longs().between(1, Plane.MAX_BYTES))
                .as(Plane::new);
        Arbitrary<List<Plane<Integer>>> buffer = plane.list().ofMinSize(1).ofMaxSize(Buffer.MAX_PLANES);
        return buffer.list().ofMinSize(1).ofMaxSize(Image.MAX_BUFFERS);
    }
}
