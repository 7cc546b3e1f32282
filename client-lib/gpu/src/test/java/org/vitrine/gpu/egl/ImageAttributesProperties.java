package org.vitrine.gpu.egl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.Buffer;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.api.image.FourCc;
import org.vitrine.api.image.Modifier;
import org.vitrine.api.image.Plane;

/** Reads the list as EGL does, by the numbers of {@code EGL/eglext.h}, and finds every value or a refusal. */
class ImageAttributesProperties {
    private static final int[] DESCRIPTORS = {0x3272, 0x3275, 0x3278, 0x3440};
    private static final int[] MODIFIERS_LOW = {0x3443, 0x3445, 0x3447, 0x3449};
    private static final int NONE = 0x3038;

    @Property(tries = 3000)
    void saysEveryNumberExactlyOrRefusesIt(
            @ForAll("buffers") Buffer<Integer> buffer, @ForAll boolean withModifiers, @ForAll boolean withHints) {
        Optional<YuvHints> hints = withHints ? Optional.of(YuvHints.DEFAULT) : Optional.empty();
        int[] numbers = buffer.planes().stream().mapToInt(Plane::fd).toArray();
        if (isSayable(buffer, withModifiers)) {
            Map<Integer, Integer> read = read(ImageAttributes.of(buffer, numbers, withModifiers, hints));
            assertSaid(buffer, withModifiers, read);
            assertThat(read.containsKey(0x327b)).isEqualTo(withHints);
            assertThat(read.containsKey(0x327c)).isEqualTo(withHints);
        } else {
            assertThatThrownBy(() -> ImageAttributes.of(buffer, numbers, withModifiers, hints))
                    .isInstanceOfSatisfying(
                            VitrineException.class,
                            e -> assertThat(e.name()).isIn(ErrorName.INVALID_LAYOUT, ErrorName.NOT_SUPPORTED));
        }
    }

    private static boolean isSayable(Buffer<Integer> buffer, boolean withModifiers) {
        boolean fits = buffer.planes().stream()
                .allMatch(plane -> plane.offsetBytes() < 1L << 31 && plane.strideBytes() < 1L << 31);
        boolean plain = List.of(Modifier.LINEAR, Modifier.INVALID)
                        .contains(buffer.format().modifier())
                && buffer.planes().size() <= 3;
        return fits && buffer.format().fourCc().code() >= 0 && (withModifiers || plain);
    }

    private static Map<Integer, Integer> read(int[] list) {
        Map<Integer, Integer> read = new HashMap<>();
        for (int i = 0; i < list.length - 1; i += 2) {
            assertThat(read.put(list[i], list[i + 1]))
                    .as("attribute 0x%x twice", list[i])
                    .isNull();
        }
        assertThat(list.length % 2).isEqualTo(1);
        assertThat(list[list.length - 1]).isEqualTo(NONE);
        return read;
    }

    private static void assertSaid(Buffer<Integer> buffer, boolean withModifiers, Map<Integer, Integer> read) {
        assertThat(read).containsEntry(0x3057, buffer.widthPixels()).containsEntry(0x3056, buffer.heightPixels());
        assertThat(read).containsEntry(0x3271, buffer.format().fourCc().code());
        boolean said = withModifiers && !buffer.format().modifier().equals(Modifier.INVALID);
        for (int i = 0; i < DESCRIPTORS.length; i++) {
            if (i >= buffer.planes().size()) {
                assertThat(read).doesNotContainKeys(DESCRIPTORS[i], MODIFIERS_LOW[i]);
                continue;
            }
            Plane<Integer> plane = buffer.planes().get(i);
            assertThat(read).containsEntry(DESCRIPTORS[i], plane.fd());
            assertThat((long) read.get(DESCRIPTORS[i] + 1)).isEqualTo(plane.offsetBytes());
            assertThat((long) read.get(DESCRIPTORS[i] + 2)).isEqualTo(plane.strideBytes());
            assertThat(read.containsKey(MODIFIERS_LOW[i])).isEqualTo(said);
            if (said) {
                long low = Integer.toUnsignedLong(read.get(MODIFIERS_LOW[i]));
                long high = Integer.toUnsignedLong(read.get(MODIFIERS_LOW[i] + 1));
                assertThat(high << 32 | low)
                        .isEqualTo(buffer.format().modifier().bits());
            }
        }
    }

    @Provide
    Arbitrary<Buffer<Integer>> buffers() {
        Arbitrary<Integer> pixels = Arbitraries.integers().between(1, Buffer.MAX_PIXELS);
        Arbitrary<Integer> codes = Arbitraries.integers();
        Arbitrary<Long> modifiers = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(0L)),
                Tuple.of(1, Arbitraries.just(Modifier.INVALID.bits())),
                Tuple.of(3, Arbitraries.longs()));
        return Combinators.combine(pixels, pixels, codes, modifiers, planes())
                .as((width, height, code, modifier, planes) ->
                        new Buffer<>(width, height, new DrmFormat(new FourCc(code), new Modifier(modifier)), planes));
    }

    private static Arbitrary<List<Plane<Integer>>> planes() {
        Arbitrary<Long> offsets = Arbitraries.longs().between(0, Plane.MAX_BYTES);
        Arbitrary<Long> strides = Arbitraries.longs().between(1, Plane.MAX_BYTES);
        Arbitrary<Integer> numbers = Arbitraries.integers().between(0, 1 << 20);
        return Combinators.combine(numbers, offsets, strides)
                .as((number, offset, stride) -> new Plane<>(number, offset, stride))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Example
    void namesTheFourPlanesAsTheExtensionsDo() {
        assertThat(IntStream.range(0, 4)
                        .map(plane -> PlaneAttributes.of(plane).descriptor())
                        .toArray())
                .containsExactly(DESCRIPTORS);
        assertThat(IntStream.range(0, 4)
                        .map(plane -> PlaneAttributes.of(plane).modifierLow())
                        .toArray())
                .containsExactly(MODIFIERS_LOW);
    }
}
