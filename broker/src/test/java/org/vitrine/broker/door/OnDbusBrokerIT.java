package org.vitrine.broker.door;

import org.junit.jupiter.api.Nested;
import org.vitrine.wire.testing.BusKind;

/** Shows that the contract holds on dbus-broker as it does on dbus-daemon. */
class OnDbusBrokerIT {
    @Nested
    class MainRoad extends MainRoadIT {
        @Override
        BusKind kind() {
            return BusKind.DBUS_BROKER;
        }
    }

    @Nested
    class BadInput extends BadInputIT {
        @Override
        BusKind kind() {
            return BusKind.DBUS_BROKER;
        }
    }

    @Nested
    class Gone extends GoneIT {
        @Override
        BusKind kind() {
            return BusKind.DBUS_BROKER;
        }
    }

    @Nested
    class Strangers extends StrangersIT {
        @Override
        BusKind kind() {
            return BusKind.DBUS_BROKER;
        }
    }

    @Nested
    class Admin extends AdminIT {
        @Override
        BusKind kind() {
            return BusKind.DBUS_BROKER;
        }
    }
}
