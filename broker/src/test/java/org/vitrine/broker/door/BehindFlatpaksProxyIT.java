package org.vitrine.broker.door;

import org.junit.jupiter.api.Nested;
import org.vitrine.wire.testing.BusKind;

/** Shows that the contract holds for peers behind the proxy that Flatpak puts before a sandbox, and what does not. */
class BehindFlatpaksProxyIT {
    @Nested
    class MainRoad extends MainRoadIT {
        @Override
        BusKind kind() {
            return BusKind.BEHIND_FLATPAKS_PROXY;
        }
    }

    @Nested
    class BadInput extends BadInputIT {
        @Override
        BusKind kind() {
            return BusKind.BEHIND_FLATPAKS_PROXY;
        }
    }

    @Nested
    class Gone extends GoneIT {
        @Override
        BusKind kind() {
            return BusKind.BEHIND_FLATPAKS_PROXY;
        }
    }

    @Nested
    class Strangers extends StrangersIT {
        @Override
        BusKind kind() {
            return BusKind.BEHIND_FLATPAKS_PROXY;
        }
    }

    @Nested
    class Admin extends AdminIT {
        @Override
        BusKind kind() {
            return BusKind.BEHIND_FLATPAKS_PROXY;
        }
    }
}
