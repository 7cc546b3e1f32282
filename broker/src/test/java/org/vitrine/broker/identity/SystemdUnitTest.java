package org.vitrine.broker.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SystemdUnitTest {
    private static final String MANAGER = "0::/user.slice/user-1000.slice/user@1000.service/";
    private static final String SLICE = MANAGER + "app.slice/";

    @ParameterizedTest
    @CsvSource({
        "app-gnome-org.gnome.Maps-1234.scope, org.gnome.Maps",
        "app-org.gnome.Maps-1234.scope, org.gnome.Maps",
        "app-org.gnome.Maps-.scope, org.gnome.Maps",
        "app-org.gnome.Maps@abcdef.service, org.gnome.Maps",
        "app-org.gnome.Maps@autostart.service, org.gnome.Maps",
        "app-gnome-org.gnome.Maps-autostart.service, org.gnome.Maps",
        "app-org.gnome.Maps.service, org.gnome.Maps",
        "app-gnome-gnome\\x2dmaps-12.scope, gnome-maps",
        "app-K\\xc3\\xa4se-1.scope, K\u00e4se"
    })
    void readsTheIdOutOfTheUnit(String unit, String id) {
        assertThat(applicationId(SLICE + unit + "\n")).contains(id);
        assertThat(applicationId(SLICE + "app-org.gnome.Maps.slice/" + unit)).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dbus-:1.2-org.gnome.Maps@0.service",
                "vte-spawn-3f6d.scope",
                "app-K\\xe4se-1.scope",
                "app-.scope",
                "app-org.gnome.Maps-1.mount",
                "app-org.gnome.Maps 1.scope"
            })
    void findsNoIdInOtherUnits(String unit) {
        assertThat(applicationId(SLICE + unit)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"app-flatpak-org.example.App-99.scope", "app-snap-firefox-99.scope"})
    void takesNobodyInASandboxesUnitForThatSandboxesApplication(String unit) {
        assertThat(applicationId(SLICE + unit)).isEmpty();
    }

    @Test
    void findsNoIdOutsideOfTheUsersOwnManager() {
        assertThat(applicationId("0::/system.slice/app-org.gnome.Maps.service")).isEmpty();
        assertThat(applicationId("0::/user.slice/user-7.slice/user@7.service/app-org.gnome.Maps.service"))
                .isEmpty();
        assertThat(applicationId("0::/user.slice/session-3.scope\n")).isEmpty();
        assertThat(applicationId("1:name=systemd:/app-a.b-1.scope\n")).isEmpty();
        assertThat(applicationId("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0::/system.slice/sshd.service, sshd.service",
        "0::/user.slice/user-7.slice/session-3.scope, session-3.scope",
        "0::/user.slice/user-7.slice/user@7.service/init.scope, init.scope",
        "0::/user.slice/user-7.slice/user@7.service, user@7.service",
        "0::/user.slice/user-7.slice/user@7.service/app.slice/a.service/made-by-a.scope, a.service"
    })
    void namesTheUnitThatSystemdMade(String cgroup, String unit) {
        assertThat(SystemdUnit.of(cgroup).map(SystemdUnit::name)).contains(unit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0::/", "0::/docker/abc", "0::/a.slice/x.scope (deleted)", "1:pids:/a.scope"})
    void namesNoneWhereSystemdMadeNone(String cgroup) {
        assertThat(SystemdUnit.of(cgroup)).isEmpty();
    }

    private static Optional<String> applicationId(String cgroup) {
        return SystemdUnit.of(cgroup).flatMap(unit -> unit.applicationId(1000));
    }
}
