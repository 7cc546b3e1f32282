package org.vitrine.broker.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.UniqueName;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;

class PathsTest {
    private static final UniqueName CALLER = new UniqueName(":1.42");

    @Property(tries = 200)
    void readsTheSerialsThatItWrites(@ForAll @LongRange(min = 1, max = 999_999_999_999_999_999L) long serial) {
        assertThat(PortalPaths.imageSerial(PortalPaths.image(serial))).isEqualTo(serial);
        assertThat(AdminPaths.sessionSerial(AdminPaths.session(serial))).isEqualTo(serial);
        assertThat(AdminPaths.imageSerial(AdminPaths.session(serial))).isEqualTo(Serials.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/org/freedesktop/portal/vitrine/image/01",
                "/org/freedesktop/portal/vitrine/image/0",
                "/org/freedesktop/portal/vitrine/image/1a",
                "/org/freedesktop/portal/vitrine/image/9999999999999999999",
                "/org/freedesktop/portal/vitrine/image/1/2",
                "/org/freedesktop/portal/vitrine/image",
                "/org/freedesktop/portal/vitrine/session/1_2/t",
                "/"
            })
    void takesOneWritingOfASerialOnly(String path) {
        assertThat(PortalPaths.imageSerial(new ObjectPath(path))).isEqualTo(Serials.NONE);
    }

    @Test
    void formsThePathsThatPortalsForm() {
        assertThat(PortalPaths.request(CALLER, new HandleToken("t")).value())
                .isEqualTo("/org/freedesktop/portal/vitrine/request/1_42/t");
        assertThat(PortalPaths.session(CALLER, new HandleToken("t")).value())
                .isEqualTo("/org/freedesktop/portal/vitrine/session/1_42/t");
    }

    @Test
    void tellsOthersRequestsFromOwnOnes() {
        String root = PortalPaths.ROOT.value() + "/request/";
        assertThat(PortalPaths.isRequestOfAnother(new ObjectPath(root + "1_43/t"), CALLER))
                .isTrue();
        assertThat(PortalPaths.isRequestOfAnother(new ObjectPath(root + "1_42/t"), CALLER))
                .isFalse();
        assertThat(PortalPaths.isRequestOfAnother(new ObjectPath(root + "1_43/t/x"), CALLER))
                .isFalse();
        assertThat(PortalPaths.isRequestOfAnother(new ObjectPath(root + "1_43"), CALLER))
                .isFalse();
        assertThat(PortalPaths.isRequestOfAnother(new ObjectPath("/request"), CALLER))
                .isFalse();
    }

    @Property(tries = 500)
    void takesTokensOfWordCharactersAlone(@ForAll String token) {
        boolean fits = token.matches("[A-Za-z0-9_]{1,64}");
        if (fits) {
            assertThat(new HandleToken(token).value()).isEqualTo(token);
        } else {
            assertThatExceptionOfType(VitrineException.class)
                    .isThrownBy(() -> new HandleToken(token))
                    .satisfies(e -> assertThat(e.name()).isEqualTo(ErrorName.INVALID_ARGUMENT));
        }
    }
}
