package org.vitrine.checks.strangers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.vitrine.checks.stage.Portal;
import org.vitrine.checks.stage.Stage;
import org.vitrine.wire.testing.BusKind;

/** Shows that strangers behind the proxy that Flatpak puts before a sandbox see what those on the bus itself see. */
class BehindFlatpaksProxyIT {
    @Nested
    class Python extends PythonIT {
        @Override
        BusKind kind() {
            return BusKind.BEHIND_FLATPAKS_PROXY;
        }
    }

    /** What sd-bus sends at once to authenticate, xdg-dbus-proxy 0.1.4 does not follow: so none of ShellIT's busctl. */
    @Test
    void busctlCanNotGreetTheProxyThoughGdbusCan() {
        try (Stage stage = Stage.on(BusKind.BEHIND_FLATPAKS_PROXY)) {
            Portal portal = stage.peersPortal();

            assertThat(portal.busctl("introspect", Portal.NAME, Portal.ROOT).errors())
                    .contains("Transport endpoint is not connected");
            assertThat(portal.gdbus("introspect").mustSucceed()).contains(Portal.CONSUMER);
        }
    }

    @Nested
    class GdbusCodegen extends GdbusCodegenIT {
        @Override
        BusKind kind() {
            return BusKind.BEHIND_FLATPAKS_PROXY;
        }
    }
}
