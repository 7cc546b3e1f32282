package org.vitrine.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.api.dbus.ObjectPath;

class ImageIdTest {
    @Test
    void goesToItsPathAndBack() {
        ImageId id = new ImageId(42);

        assertThat(id.path().value()).isEqualTo("/org/freedesktop/portal/vitrine/image/42");
        assertThat(ImageId.of(id.path())).isEqualTo(id);
        assertThat(id).hasToString("42");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/org/freedesktop/portal/vitrine/image/x",
                "/org/freedesktop/portal/vitrine/image/0",
                "/org/freedesktop/portal/vitrine/image/99999999999999999999",
                "/org/freedesktop/portal/vitrine/session/1"
            })
    void refusesOtherPaths(String path) {
        assertThatThrownBy(() -> ImageId.of(new ObjectPath(path))).isInstanceOf(IllegalArgumentException.class);
    }
}
