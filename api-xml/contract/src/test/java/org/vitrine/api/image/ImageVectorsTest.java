package org.vitrine.api.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The test vectors of docs/formats.md. */
class ImageVectorsTest {

    private static final Pattern COMMENTS_AND_SPACES = Pattern.compile("#.*|\\s");

    @ParameterizedTest
    @ValueSource(strings = {"one-plane", "two-planes-one-descriptor", "three-buffers", "compressed", "unknown-format"})
    void bothEncodingsAreOfTheSameImageAndAreWrittenAlike(String name) throws Exception {
        String json = text(name + ".json");
        byte[] bytes = bytes(name + ".hex");

        Image<Integer> image = ImageJson.read(json);

        assertThat(ImageBinary.read(bytes)).isEqualTo(image);
        assertThat(ImageJson.read(ImageJson.write(image))).isEqualTo(image);
        assertThat(ImageBinary.write(image)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"one-plane", "compressed"})
    void jsonIsWrittenToTheLetter(String name) throws Exception {
        assertThat(ImageJson.write(ImageJson.read(text(name + ".json")))).isEqualTo(text(name + ".json"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cut-off",
                "fraction",
                "missing-member",
                "modifier-as-number",
                "no-planes",
                "other-version",
                "repeated-member",
                "text-after",
                "too-wide",
                "unknown-member"
            })
    void refusesWrongJson(String name) throws Exception {
        String json = text("refused/" + name + ".json");

        assertThatExceptionOfType(MalformedImageException.class).isThrownBy(() -> ImageJson.read(json));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes-after",
                "cut-off",
                "descriptor-above-63",
                "five-planes",
                "no-buffers",
                "other-magic",
                "other-version",
                "reserved-not-zero",
                "title-not-utf8",
                "too-wide",
                "zero-stride"
            })
    void refusesWrongBytes(String name) throws Exception {
        byte[] bytes = bytes("refused/" + name + ".hex");

        assertThatExceptionOfType(MalformedImageException.class).isThrownBy(() -> ImageBinary.read(bytes));
    }

    private static byte[] bytes(String name) throws IOException {
        return HexFormat.of().parseHex(COMMENTS_AND_SPACES.matcher(text(name)).replaceAll(""));
    }

    private static String text(String name) throws IOException {
        try (InputStream in = ImageVectorsTest.class.getResourceAsStream("/org/vitrine/api/vectors/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
