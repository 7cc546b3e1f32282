package org.vitrine.api.dbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vitrine.api.error.ErrorName;

class DescriptionsTest {
    private static final MethodDescription OPEN = new MethodDescription(
            "Open",
            List.of(ArgumentDescription.of("image", "o"), ArgumentDescription.of("options", "a{sv}")),
            List.of(ArgumentDescription.of("fd", "h")),
            List.of(ErrorName.NOT_FOUND));
    private static final SignalDescription GONE =
            new SignalDescription("Gone", List.of(ArgumentDescription.of("image", "o")));
    private static final PropertyDescription TITLE =
            new PropertyDescription("Title", TypeSignature.of("s"), true, false);
    private static final InterfaceDescription SAMPLE = new InterfaceDescription(
            "org.example.Sample", List.of(OPEN), List.of(GONE), List.of(TITLE), "<interface/>");

    @Test
    void putsArgumentsIntoSignatures() {
        assertThat(OPEN.inSignature()).hasToString("oa{sv}");
        assertThat(OPEN.outSignature()).hasToString("h");
        assertThat(GONE.signature()).hasToString("o");
    }

    @Test
    void findsMembersByName() {
        assertThat(SAMPLE.method("Open")).contains(OPEN);
        assertThat(SAMPLE.signal("Gone")).contains(GONE);
        assertThat(SAMPLE.property("Title")).contains(TITLE);
        assertThat(SAMPLE.method("Gone")).isEmpty();
    }

    @Test
    void refusesTwoTypesForOneValue() {
        TypeSignature two = new TypeSignature("ss");

        assertThatIllegalArgumentException().isThrownBy(() -> new ArgumentDescription("both", two));
        assertThatIllegalArgumentException().isThrownBy(() -> new PropertyDescription("Both", two, true, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new Variant<>(two, "s"));
    }
}
