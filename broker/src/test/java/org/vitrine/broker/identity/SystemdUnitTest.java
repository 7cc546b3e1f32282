package org.vitrine.broker.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemdUnitTest {
    private static final String SLICE = "0::/user.slice/user-1000.slice/user@1000.service/app.slice/";

    @ParameterizedTest
    @CsvSource({
        "app-gnome-org.gnome.Maps-1234.scope, org.gnome.Maps",
        "app-org.gnome.Maps-1234.scope, org.gnome.Maps",
        "app-flatpak-org.example.App-99.scope, org.example.App",
        "app-org.gnome.Maps@abcdef.service, org.gnome.Maps",
        "app-org.gnome.Maps.service, org.gnome.Maps",
        "app-gnome-gnome\\x2dmaps-12.scope, gnome-maps"
    })
    void readsTheIdOutOfTheUnit(String unit, String id) {
        assertThat(SystemdUnit.applicationId(SLICE + unit + "\n")).contains(id);
    }

    @Test
    void findsNoneElsewhere() {
        assertThat(SystemdUnit.applicationId("0::/user.slice/session-3.scope\n"))
                .isEmpty();
        assertThat(SystemdUnit.applicationId("1:name=systemd:/app-a.b-1.scope\n"))
                .isEmpty();
        assertThat(SystemdUnit.applicationId("")).isEmpty();
    }
}
