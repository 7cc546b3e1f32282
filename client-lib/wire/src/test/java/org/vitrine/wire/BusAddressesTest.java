package org.vitrine.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vitrine.api.error.VitrineException;

class BusAddressesTest {
    @Test
    void theSessionBusIsTheOneTheEnvironmentNames() {
        assertThat(BusAddresses.session(Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=/a", "XDG_RUNTIME_DIR", "/b")))
                .isEqualTo("unix:path=/a");
    }

    @Test
    void elseTheUserBus() {
        assertThat(BusAddresses.session(Map.of("DBUS_SESSION_BUS_ADDRESS", "", "XDG_RUNTIME_DIR", "/run/user/5")))
                .isEqualTo("unix:path=/run/user/5/bus");
    }

    @Test
    void elseThereIsNone() {
        assertThatThrownBy(() -> BusAddresses.session(Map.of())).isInstanceOf(VitrineException.class);
    }

    @Test
    void takesTheSystemBusFromItsVariable() {
        assertThat(BusAddresses.system(Map.of("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/a")))
                .isEqualTo("unix:path=/a");
        assertThat(BusAddresses.system(Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=/a")))
                .isEqualTo("unix:path=/run/dbus/system_bus_socket");
    }
}
