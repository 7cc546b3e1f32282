package org.vitrine.checks.strangers;

import org.junit.jupiter.api.Nested;
import org.vitrine.wire.testing.BusKind;

/** Shows that strangers see on dbus-broker what they see on dbus-daemon. */
class OnDbusBrokerIT {
    @Nested
    class Python extends PythonIT {
        @Override
        BusKind kind() {
            return BusKind.DBUS_BROKER;
        }
    }

    @Nested
    class Shell extends ShellIT {
        @Override
        BusKind kind() {
            return BusKind.DBUS_BROKER;
        }
    }

    @Nested
    class GdbusCodegen extends GdbusCodegenIT {
        @Override
        BusKind kind() {
            return BusKind.DBUS_BROKER;
        }
    }
}
