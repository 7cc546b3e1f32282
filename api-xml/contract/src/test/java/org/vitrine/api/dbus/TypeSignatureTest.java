package org.vitrine.api.dbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.api.dbus.DBusType.Array;
import org.vitrine.api.dbus.DBusType.Basic;
import org.vitrine.api.dbus.DBusType.Dict;
import org.vitrine.api.dbus.DBusType.Struct;
import org.vitrine.api.dbus.DBusType.VariantType;

class TypeSignatureTest {
    @Test
    void parsesABufferIntoItsTree() {
        Basic uint32 = new Basic('u');
        Struct plane = new Struct(List.of(new Basic('h'), uint32, uint32));

        assertThat(new TypeSignature("(uuuta(huu))a{sv}").types())
                .containsExactly(
                        new Struct(List.of(uint32, uint32, uint32, new Basic('t'), new Array(plane))),
                        new Dict(new Basic('s'), new VariantType()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(", ")", "a", "()", "a{", "a{s", "a{sv", "a{}", "a{s}", "a{svs}", "{sv}", "a{vs}", "a{(s)v}", "(s",
                "s)", "r", "e", "m", "*", "z", "\u0141"
            })
    void refusesWhatIsNoSignature(String signature) {
        assertThatIllegalArgumentException().isThrownBy(() -> new TypeSignature(signature));
    }

    @Test
    void takesTheSignatureOfNothing() {
        assertThat(new TypeSignature("").types()).isEmpty();
    }

    @Test
    void takes32ArraysAnd32StructsButNoMore() {
        String deepest = "a".repeat(32) + "(".repeat(32) + "y" + ")".repeat(32);

        assertThat(new TypeSignature(deepest).isSingleType()).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> new TypeSignature("a" + deepest));
        assertThatIllegalArgumentException().isThrownBy(() -> new TypeSignature("(".repeat(33) + "y" + ")".repeat(33)));
    }

    @Test
    void countsDepthAnewForEachType() {
        assertThat(new TypeSignature(("a".repeat(32) + "y").repeat(2)).types()).hasSize(2);
    }

    @Test
    void takes255BytesButNoMore() {
        assertThat(new TypeSignature("y".repeat(255)).types()).hasSize(255);
        assertThatIllegalArgumentException().isThrownBy(() -> new TypeSignature("y".repeat(256)));
    }

    @Test
    void parsesCommonSignaturesOnce() {
        assertThat(TypeSignature.of("a{sv}")).isSameAs(TypeSignature.of("a{sv}"));
        assertThat(TypeSignature.of("a{sv}")).isEqualTo(new TypeSignature("a{sv}"));
    }

    @Test
    void knowsAlignments() {
        assertThat(new TypeSignature("ybnqiuxtdsoghasa{sv}(y)v")
                        .types().stream().map(DBusType::alignmentBytes))
                .containsExactly(1, 4, 2, 2, 4, 4, 8, 8, 8, 4, 4, 1, 4, 4, 4, 8, 1);
    }
}
