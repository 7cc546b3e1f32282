package org.vitrine.api.dbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BodyShapeTest {
    private static final Object DESCRIPTOR = new Object();
    private static final TypeSignature EVERYTHING = new TypeSignature("ybnqiuxtdsoghvayasa{sv}(us)");
    private static final List<Object> VALUES = List.of(
            (byte) -1,
            true,
            (short) -1,
            65_535,
            -1,
            4_294_967_295L,
            -1L,
            -1L,
            0.5,
            "text",
            ObjectPath.ROOT,
            TypeSignature.of("s"),
            DESCRIPTOR,
            Variant.of("u", 1L),
            new byte[] {1},
            List.of("a", "b"),
            Map.of("key", Variant.of("as", List.of("a"))),
            List.of(1L, "a"));

    @Test
    void knowsAValueOfEveryType() {
        assertThat(BodyShape.fits(EVERYTHING, VALUES)).isTrue();
    }

    @Test
    void refusesTooFewAndTooManyValues() {
        assertThat(BodyShape.fits(new TypeSignature("s"), List.of())).isFalse();
        assertThat(BodyShape.fits(new TypeSignature("s"), List.of("a", "b"))).isFalse();
        assertThat(BodyShape.fits(new TypeSignature("(s)"), List.of(List.of()))).isFalse();
    }

    @Test
    void refusesWrongTypesAtEveryDepth() {
        assertThat(fits("as", List.of("a", 1))).isFalse();
        assertThat(fits("a{sv}", Map.of("key", "no variant"))).isFalse();
        assertThat(fits("a{sv}", Map.of(1, Variant.of("s", "a")))).isFalse();
        assertThat(fits("v", Variant.of("u", "no number"))).isFalse();
        assertThat(fits("(us)", List.of("a", 1L))).isFalse();
        assertThat(fits("ay", List.of((byte) 1))).isFalse();
        assertThat(fits("o", "/")).isFalse();
    }

    @Test
    void refusesNumbersOutOfTheirRange() {
        assertThat(fits("u", -1L)).isFalse();
        assertThat(fits("u", 4_294_967_296L)).isFalse();
        assertThat(fits("u", 1)).isFalse();
        assertThat(fits("q", -1)).isFalse();
        assertThat(fits("q", 65_536)).isFalse();
    }

    private static boolean fits(String signature, Object value) {
        return BodyShape.fits(new TypeSignature(signature), List.of(value));
    }
}
