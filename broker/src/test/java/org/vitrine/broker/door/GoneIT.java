package org.vitrine.broker.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.vitrine.broker.testing.Peer.get;
import static org.vitrine.broker.testing.Peer.value;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.Variant;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.broker.testing.Peer;
import org.vitrine.broker.testing.RunningBroker;
import org.vitrine.broker.testing.TestBuffers;
import org.vitrine.fd.Fd;
import org.vitrine.fd.LeakCheck;
import org.vitrine.fd.OwnedFd;
import org.vitrine.wire.Signal;
import org.vitrine.wire.testing.BusKind;
import org.vitrine.wire.testing.ContractBus;

@ExtendWith(LeakCheck.class)
class GoneIT {
    private static final Map<String, Variant<Fd>> FORMATS_ONLY = Map.of(
            "title", Variant.of("s", "Later"),
            "width", Variant.of("u", 8L),
            "height", Variant.of("u", 8L),
            "formats", Variant.of("a(uat)", List.of(List.of(TestBuffers.XRGB8888, List.of(0L)))));

    /** Tells which bus these tests run on. */
    BusKind kind() {
        return BusKind.DBUS_DAEMON;
    }

    @Test
    void freesEverythingOfAProducerThatLeaves() {
        try (ContractBus bus = kind().start();
                RunningBroker broker = RunningBroker.startAllowingAll(bus.address());
                Peer admin = Peer.connect(bus.address());
                Peer consumer = Peer.connect(bus.peerAddress())) {
            assertThat(broker.lost().toCompletableFuture()).isNotDone();
            get(consumer.consumer().listImages(Map.of("watch", Variant.of("b", true))));
            try (Peer producer = Peer.connect(bus.peerAddress())) {
                List<OwnedFd> fds = TestBuffers.sealed(8, 8, 3);
                producer.advertise(producer.register(), "Short-lived", TestBuffers.in(fds, 8, 8));
                fds.forEach(OwnedFd::close);
                assertThat(statistic(admin, "descriptors")).isEqualTo(3L);
            }
            consumer.signal("ImageRemoved");
            assertThat(statistic(admin, "descriptors")).isEqualTo(0L);
            assertThat(statistic(admin, "producers")).isEqualTo(0L);
        }
    }

    @Test
    void tellsAConsumerThatWaitsForBuffersThatTheProducerIsGone() {
        try (ContractBus bus = kind().start();
                RunningBroker broker = RunningBroker.startAllowingAll(bus.address());
                Peer consumer = Peer.connect(bus.peerAddress())) {
            Peer producer = Peer.connect(bus.peerAddress());
            ObjectPath image = get(producer.producer().advertise(producer.register(), FORMATS_ONLY, List.of()))
                    .image();
            var opening = consumer.consumer().openImage(image, Map.of());
            producer.signal("BuffersWanted");
            producer.close();
            assertThatExceptionOfType(VitrineException.class)
                    .isThrownBy(() -> get(opening))
                    .satisfies(e -> assertThat(e.name()).isEqualTo(ErrorName.PRODUCER_GONE));
            assertThat(broker.lost().toCompletableFuture()).isNotDone();
        }
    }

    @Test
    void answersWhatIsInFlightWhenItStops() {
        try (ContractBus bus = kind().start();
                Peer consumer = Peer.connect(bus.peerAddress());
                Peer producer = Peer.connect(bus.peerAddress())) {
            RunningBroker broker = RunningBroker.startAllowingAll(bus.address());
            ObjectPath session = producer.register();
            ObjectPath image = get(producer.producer().advertise(session, FORMATS_ONLY, List.of()))
                    .image();
            List<? extends CompletionStage<?>> waiting = IntStream.range(0, 10)
                    .mapToObj(_ -> consumer.consumer().openImage(image, Map.of()))
                    .toList();
            producer.signal("BuffersWanted");

            broker.close();
            waiting.forEach(
                    call -> assertThatExceptionOfType(VitrineException.class).isThrownBy(() -> get(call)));
            Signal closed = producer.signal("Closed");
            assertThat(closed.path()).isEqualTo(session);
            assertThat(closed.body()).asString().contains("shutdown");
        }
    }

    private static Object statistic(Peer peer, String name) {
        return value(get(peer.admin().getStatistics()).statistics(), name);
    }
}
