package org.vitrine.api.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImageTest {

    private static final DrmFormat FORMAT = DrmFormat.linear(FourCc.XRGB8888);

    @Test
    void takesItsSizeAndFormatFromItsBuffers() {
        Image<String> image = image("t", List.of(), List.of(buffer(4, "a"), buffer(4, "b")));

        assertThat(image.widthPixels()).isEqualTo(4);
        assertThat(image.heightPixels()).isEqualTo(2);
        assertThat(image.format()).isEqualTo(FORMAT);
    }

    @Test
    void refusesBuffersOfDifferentSize() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> image("t", List.of(), List.of(buffer(4, "a"), buffer(5, "b"))));
    }

    @Test
    void refusesTitlesThatCantBeShown() {
        for (String title : List.of("", "a\nb", "\u0000", "\ud800", "x".repeat(257))) {
            assertThatIllegalArgumentException().isThrownBy(() -> image(title, List.of(), List.of(buffer(4, "a"))));
        }
    }

    @Test
    void refusesTagsThatRulesCantName() {
        for (List<String> tags :
                List.of(List.of(""), List.of("a b"), List.of("a", "a"), Collections.nCopies(17, "t"))) {
            assertThatIllegalArgumentException().isThrownBy(() -> image("t", tags, List.of(buffer(4, "a"))));
        }
    }

    @Test
    void changesTheKindOfDescriptorInEveryPlane() {
        Image<Integer> lengths = image("t", List.of("tag"), List.of(buffer(4, "a"), buffer(4, "bbb")))
                .map(String::length);

        assertThat(lengths.buffers())
                .flatExtracting(Buffer::planes)
                .extracting(Plane::fd)
                .containsExactly(1, 3);
        assertThat(lengths.tags()).containsExactly("tag");
    }

    @Test
    void takesEachDescriptorOutOnceAndPutsItBack() {
        Image<String> image = image("t", List.of(), List.of(buffer(4, "b"), buffer(4, "a"), buffer(4, "b")));

        IndexedImage<String> indexed = IndexedImage.of(image);

        assertThat(indexed.descriptors()).containsExactly("b", "a");
        assertThat(indexed.image().buffers())
                .flatExtracting(Buffer::planes)
                .extracting(Plane::fd)
                .containsExactly(0, 1, 0);
        assertThat(indexed.joined()).isEqualTo(image);
    }

    @Test
    void refusesAnIndexWithoutADescriptor() {
        Image<Integer> image = image("t", List.of(), List.of(buffer(4, "abc"))).map(String::length);

        assertThatIllegalArgumentException().isThrownBy(() -> new IndexedImage<>(image, List.of("a", "b", "c")));
    }

    @Test
    void writesNoIndexThatItCouldNotRead() {
        Image<Integer> image =
                image("t", List.of(), List.of(buffer(4, "x".repeat(64)))).map(String::length);

        assertThatIllegalArgumentException().isThrownBy(() -> ImageBinary.write(image));
        assertThatIllegalArgumentException().isThrownBy(() -> ImageJson.write(image));
    }

    @Test
    void hasAnEncodingOfKnownGreatestLength() throws MalformedImageException {
        Plane<Integer> plane = new Plane<>(63, Plane.MAX_BYTES, Plane.MAX_BYTES);
        Buffer<Integer> buffer = new Buffer<>(32768, 32768, FORMAT, Collections.nCopies(4, plane));
        List<String> tags =
                IntStream.range(10, 26).mapToObj(i -> "t".repeat(62) + i).toList();
        Image<Integer> image = new Image<>("窗".repeat(256), tags, Collections.nCopies(16, buffer));

        assertThat(ImageBinary.write(image)).hasSize(ImageBinary.MAX_BYTES);
        assertThat(ImageBinary.read(ImageBinary.write(image))).isEqualTo(image);
        assertThat(ImageJson.read(ImageJson.write(image))).isEqualTo(image);
    }

    private static Buffer<String> buffer(int widthPixels, String fd) {
        return new Buffer<>(widthPixels, 2, FORMAT, List.of(new Plane<>(fd, 0, 64)));
    }

    private static Image<String> image(String title, List<String> tags, List<Buffer<String>> buffers) {
        return new Image<>(title, tags, buffers);
    }
}
