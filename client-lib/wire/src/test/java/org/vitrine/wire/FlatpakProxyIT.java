package org.vitrine.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vitrine.api.dbus.BusName;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.fd.LeakCheck;
import org.vitrine.wire.testing.BusKind;
import org.vitrine.wire.testing.ContractBus;

@ExtendWith(LeakCheck.class)
class FlatpakProxyIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @Test
    void takesTheProxysErrorForWhatItHidesWhichHasNoSender() throws Exception {
        try (ContractBus bus = BusKind.BEHIND_FLATPAKS_PROXY.start();
                Bus hidden = Bus.connect(bus.address(), BusOptions.named("hidden"));
                Bus sandboxed = Bus.connect(bus.peerAddress(), BusOptions.named("sandboxed"))) {
            hidden.serve(new TestObjects());
            hidden.requestName(new BusName("org.vitrine.Hidden"));

            assertThatThrownBy(() -> echo(sandboxed, "org.vitrine.Hidden"))
                    .cause()
                    .isInstanceOfSatisfying(
                            VitrineException.class, e -> assertThat(e.name()).isEqualTo(ErrorName.SERVICE_UNKNOWN));
            assertThat(sandboxed.lost().toCompletableFuture()).isNotDone();
        }
    }

    @Test
    void reachesThroughTheProxyWhatIsNamedAPortal() throws Exception {
        try (ContractBus bus = BusKind.BEHIND_FLATPAKS_PROXY.start();
                Bus portal = Bus.connect(bus.address(), BusOptions.named("portal"));
                Bus sandboxed = Bus.connect(bus.peerAddress(), BusOptions.named("sandboxed"))) {
            portal.serve(new TestObjects());
            portal.requestName(new BusName("org.freedesktop.portal.VitrineTest"));

            assertThat(echo(sandboxed, "org.freedesktop.portal.VitrineTest")).containsExactly("hello");
        }
    }

    private static List<Object> echo(Bus bus, String destination) throws InterruptedException, ExecutionException {
        return bus.invoker(destination, TIMEOUT)
                .invoke(new ObjectPath(TestObjects.PATH), TestObjects.DESCRIPTION, TestObjects.ECHO, List.of("hello"))
                .toCompletableFuture()
                .get();
    }
}
