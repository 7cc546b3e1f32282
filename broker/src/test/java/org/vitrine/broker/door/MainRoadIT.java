package org.vitrine.broker.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vitrine.broker.testing.Peer.get;
import static org.vitrine.broker.testing.Peer.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.Variant;
import org.vitrine.api.dbus.generated.Consumer1;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.RawBuffer;
import org.vitrine.broker.testing.Peer;
import org.vitrine.broker.testing.RunningBroker;
import org.vitrine.broker.testing.TestBuffers;
import org.vitrine.fd.Fd;
import org.vitrine.fd.FileStatus;
import org.vitrine.fd.OwnedFd;
import org.vitrine.wire.Signal;
import org.vitrine.wire.testing.BusKind;
import org.vitrine.wire.testing.ContractBus;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MainRoadIT {
    private final ContractBus bus = kind().start();
    private final RunningBroker broker = RunningBroker.startAllowingAll(bus.address());
    private final Peer producer = Peer.connect(bus.peerAddress());
    private final Peer consumer = Peer.connect(bus.peerAddress());

    /** Tells which bus these tests run on. */
    BusKind kind() {
        return BusKind.DBUS_DAEMON;
    }

    @AfterAll
    void stop() {
        consumer.close();
        producer.close();
        broker.close();
        bus.close();
    }

    @BeforeAll
    void watch() {
        get(consumer.consumer().listImages(Map.of("watch", Variant.of("b", true))));
    }

    @Test
    void handsTheSameMemoryOver() {
        try (OwnedFd fd = TestBuffers.sealed(64, 32)) {
            ObjectPath image =
                    producer.advertise(producer.register(), "Main road", List.of(TestBuffers.in((Fd) fd, 64, 32)));
            assertThat(consumer.signal("ImageAdded", image).body()).hasSize(2);

            Consumer1.OpenImageOut<OwnedFd> opened = get(consumer.consumer().openImage(image, Map.of()));

            assertThat(opened.generation()).isEqualTo(1);
            assertThat(opened.index()).isZero();
            assertThat(opened.buffer().width()).isEqualTo(64);
            assertThat(value(opened.details(), "read_only_enforced")).isEqualTo(true);
            try (OwnedFd received = opened.buffer().planes().getFirst().fd()) {
                assertThat(FileStatus.of(received).inode())
                        .isEqualTo(FileStatus.of(fd).inode());
            }
            get(producer.producer().withdraw(image));
            assertThat(consumer.signal("ImageRemoved", image).body()).hasSize(1);
        }
    }

    @Test
    void clonesDescriptorsOfAConnectionThatPassesNoneUnlessAProxyPassesItOn() {
        try (OwnedFd fd = TestBuffers.sealed(8, 8)) {
            RawBuffer<Integer> buffer = TestBuffers.in((Fd) fd, 8, 8).map(_ -> numberOf(fd));
            var advertising = producer.producer()
                    .advertiseRemote(producer.register(), Map.of("title", Variant.of("s", "Remote")), List.of(buffer));
            if (kind().sandboxesPeers()) { // the process that the number would be one of is the proxy
                assertThatThrownBy(() -> get(advertising))
                        .isInstanceOfSatisfying(
                                VitrineException.class,
                                e -> assertThat(e.name()).isEqualTo(ErrorName.INVALID_DESCRIPTOR));
                return;
            }
            ObjectPath image = get(advertising).image();
            try (OwnedFd received = get(consumer.consumer().openImage(image, Map.of()))
                    .buffer()
                    .planes()
                    .getFirst()
                    .fd()) {
                assertThat(FileStatus.of(received).inode())
                        .isEqualTo(FileStatus.of(fd).inode());
            }
            get(producer.producer().withdraw(image));
        }
    }

    private static int numberOf(OwnedFd fd) {
        return Integer.parseInt(fd.toString().replaceAll("[^0-9]", ""));
    }

    @Test
    void describesWhatItLists() {
        try (OwnedFd fd = TestBuffers.sealed(8, 8)) {
            ObjectPath image =
                    producer.advertise(producer.register(), "Listed one", List.of(TestBuffers.in((Fd) fd, 8, 8)));
            var listed = get(consumer.consumer().listImages(Map.of("title", Variant.of("s", "Listed*"))));
            assertThat(listed.images()).hasSize(1);
            Map<String, Variant<OwnedFd>> described =
                    get(consumer.consumer().describeImage(image)).properties();
            assertThat(listed.images().getFirst().properties()).isEqualTo(described);
            assertThat(value(described, "format")).isEqualTo("XRGB8888:LINEAR");
            assertThat(value(described, "title")).isEqualTo("Listed one");
        }
    }

    @Test
    void letsAConsumerInThroughARequestAndTellsItOfFrames() {
        List<OwnedFd> fds = TestBuffers.sealed(16, 16, 3);
        ObjectPath producing = producer.register();
        ObjectPath image = producer.advertise(producing, "Requested", TestBuffers.in(fds, 16, 16));
        fds.forEach(OwnedFd::close);

        ObjectPath session = letIn(image, "token_1");
        assertThat(producer.signal("ConsumerAttached", image).body()).containsExactly(image, 1L);
        get(producer.producer().publish(image, 2, Map.of("time", Variant.of("t", 7L))));

        Signal frame = consumer.signal("FramePublished");
        assertThat(frame.body().subList(0, 4)).containsExactly(session, 1L, 2L, 1L);
        var page = get(consumer.consumer().openBuffers(session, 0));
        page.buffers().forEach(buffer -> buffer.planes().getFirst().fd().close());
        assertThat(page.buffers()).hasSize(3);
        assertThat(page.finished()).isTrue();
        assertThat(get(consumer.consumer().describeBuffers(session, 1)).buffers())
                .hasSize(2);

        get(producer.session(producing).close());
        Signal closed = consumer.signal("Closed");
        assertThat(closed.path()).isEqualTo(session);
        assertThat(closed.body().getFirst())
                .hasToString(Map.of("reason", Variant.of("s", "producer-gone")).toString());
        assertThatThrownBy(() -> get(consumer.consumer().openBuffers(session, 0)))
                .isInstanceOfSatisfying(
                        VitrineException.class, e -> assertThat(e.name()).isEqualTo(ErrorName.NOT_FOUND));
    }

    @Test
    void pagesBuffersOfSixteenDescriptors() {
        ObjectPath producing = producer.register();
        List<OwnedFd> fds = TestBuffers.sealed(4, 4, 10);
        List<RawBuffer<Fd>> buffers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            buffers.add(TestBuffers.in((Fd) fds.get(i), 4, 4));
        }
        ObjectPath image = producer.advertise(producing, "Pages", buffers);
        get(producer.producer().addBuffers(image, 1, TestBuffers.in(fds.subList(8, 10), 4, 4)));
        fds.forEach(OwnedFd::close);
        assertThat(value(get(consumer.consumer().describeImage(image)).properties(), "buffers"))
                .isEqualTo(10L);
        get(producer.producer().withdraw(image));
    }

    @Test
    void asksTheProducerForBuffersWhenTheFirstConsumerComes() {
        ObjectPath producing = producer.register();
        Map<String, Variant<Fd>> properties = Map.of(
                "title", Variant.of("s", "Later"),
                "width", Variant.of("u", 8L),
                "height", Variant.of("u", 8L),
                "formats", Variant.of("a(uat)", List.of(List.of(TestBuffers.XRGB8888, List.of(0L)))));
        ObjectPath image = get(producer.producer().advertise(producing, properties, List.of()))
                .image();
        var opening = consumer.consumer().openImage(image, Map.of());

        Signal wanted = producer.signal("BuffersWanted");
        assertThat(wanted.body().subList(0, 2)).containsExactly(image, 1L);
        try (OwnedFd fd = TestBuffers.sealed(8, 8)) {
            get(producer.producer().replaceBuffers(image, 1, List.of(TestBuffers.in((Fd) fd, 8, 8))));
        }
        var opened = get(opening);
        opened.buffer().planes().getFirst().fd().close();
        assertThat(opened.generation()).isEqualTo(1);
    }

    private ObjectPath letIn(ObjectPath image, String token) {
        String sender = consumer.bus().uniqueName().asPathElement();
        ObjectPath request = get(consumer.consumer()
                        .requestAccess(image, Map.of("handle_token", Variant.of("s", token))))
                .request();
        assertThat(request.value()).isEqualTo(Peer.PORTAL.value() + "/request/" + sender + "/" + token);
        Signal response = consumer.signal("Response");
        assertThat(response.path()).isEqualTo(request);
        assertThat(response.body().getFirst()).isEqualTo(0L);
        return (ObjectPath) value((Map<?, ?>) response.body().get(1), "session_handle");
    }
}
