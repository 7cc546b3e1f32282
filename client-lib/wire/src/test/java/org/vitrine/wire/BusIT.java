package org.vitrine.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vitrine.api.dbus.BusName;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.wire.testing.PrivateBus;
import org.vitrine.wire.testing.RawPeer;

class BusIT {
    @Test
    void answersACall() {
        try (PrivateBus bus = PrivateBus.start();
                Bus service = Bus.connect(bus.address(), BusOptions.named("test"));
                RawPeer peer = RawPeer.connect(bus.address())) {
            service.serve(new TestObjects());
            service.requestName(new BusName("org.vitrine.Test"));

            long serial = peer.call("org.vitrine.Test", TestObjects.PATH, TestObjects.NAME, "Echo", "s", "hello");

            assertThat(peer.reply(serial).body()).containsExactly("hello");
        }
    }

    @Test
    void callsAnother() throws Exception {
        try (PrivateBus bus = PrivateBus.start();
                Bus service = Bus.connect(bus.address(), BusOptions.named("test"));
                Bus client = Bus.connect(bus.address(), BusOptions.named("client"))) {
            service.serve(new TestObjects());
            service.requestName(new BusName("org.vitrine.Test"));

            List<Object> body = client.invoker("org.vitrine.Test", Duration.ofSeconds(5))
                    .invoke(
                            new ObjectPath(TestObjects.PATH),
                            TestObjects.DESCRIPTION,
                            TestObjects.ECHO,
                            List.of("hello"))
                    .toCompletableFuture()
                    .get();

            assertThat(body).containsExactly("hello");
        }
    }
}
