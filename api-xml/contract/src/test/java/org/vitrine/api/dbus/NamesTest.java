package org.vitrine.api.dbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/a", "/org/vitrine/Admin", "/1/_/x9"})
    void takesObjectPaths(String path) {
        assertThat(new ObjectPath(path)).hasToString(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "//", "/a/", "/a//b", "/a-b", "/a.b", "/ä", "/a\0"})
    void refusesWhatIsNoObjectPath(String path) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ObjectPath(path));
    }

    @Test
    void putsChildrenBelowPaths() {
        assertThat(ObjectPath.ROOT.child("org").child("vitrine")).hasToString("/org/vitrine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "a-b", "..", "/"})
    void refusesChildrenThatAreNotOneElement(String element) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ObjectPath("/a").child(element));
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.vitrine", "org.freedesktop.portal.Vitrine", "a-b._c", "-a.b9"})
    void takesWellKnownNames(String name) {
        assertThat(new BusName(name)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "org", ".org.a", "org..a", "org.a.", "org.9a", ":1.42", "org.ä", "org.a/b"})
    void refusesWhatIsNoWellKnownName(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new BusName(name));
    }

    @Test
    void refusesNamesOfMoreThan255Characters() {
        assertThat(new BusName("a." + "b".repeat(253)).value()).hasSize(255);
        assertThatIllegalArgumentException().isThrownBy(() -> new BusName("a." + "b".repeat(254)));
    }

    @ParameterizedTest
    @ValueSource(strings = {":1.42", ":1.0.3", ":x.y-z"})
    void takesUniqueNames(String name) {
        assertThat(new UniqueName(name)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", ":1", ":1.", ":.1", ":1..2", "1.42", "org.freedesktop.DBus", ":1.4/2"})
    void refusesWhatIsNoUniqueName(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new UniqueName(name));
    }

    @Test
    void writesUniqueNamesIntoPathsAsPortalsDo() {
        assertThat(new UniqueName(":1.42").asPathElement()).isEqualTo("1_42");
    }
}
