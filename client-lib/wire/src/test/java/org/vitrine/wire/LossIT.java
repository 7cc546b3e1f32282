package org.vitrine.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vitrine.api.dbus.MethodDescription;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.TypeSignature;
import org.vitrine.api.dbus.UniqueName;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.fd.LeakCheck;
import org.vitrine.fd.Memfd;
import org.vitrine.fd.OwnedFd;
import org.vitrine.wire.message.Header;
import org.vitrine.wire.message.HeaderBuilder;
import org.vitrine.wire.testing.FakeBus;
import org.vitrine.wire.testing.PrivateBus;
import org.vitrine.wire.testing.RawBytes;
import org.vitrine.wire.testing.RawPeer;
import org.vitrine.wire.transport.Drops;

/** However a connection ends, it says so, and nothing stays behind. */
@ExtendWith(LeakCheck.class)
class LossIT {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final BusOptions HASTY = BusOptions.named("test")
            .withTimeouts(new BusTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(5), SECOND, SECOND, SECOND));

    /** junixsocket opens a pipe with its first server socket, and keeps it. */
    @BeforeAll
    static void warmUp() {
        FakeBus.start().close();
    }

    @Test
    void aBusThatDiesIsNoticed() throws Exception {
        try (PrivateBus daemon = PrivateBus.start();
                Bus bus = Bus.connect(daemon.address(), HASTY)) {
            daemon.signal("KILL");

            assertLost(bus);
            assertThatThrownBy(() -> bus.credentials(bus.uniqueName())
                            .toCompletableFuture()
                            .get(5, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(VitrineException.class);
        }
    }

    @Test
    void t36AFrozenBusIsNoticed() throws Exception {
        try (PrivateBus daemon = PrivateBus.start();
                Bus bus = Bus.connect(daemon.address(), HASTY)) {
            daemon.signal("STOP");

            assertLost(bus);
            daemon.signal("CONT");
        }
    }

    @Test
    void aQuietBusIsNotTakenForAFrozenOne() throws Exception {
        try (PrivateBus daemon = PrivateBus.start();
                Bus bus = Bus.connect(daemon.address(), HASTY)) {
            assertThatThrownBy(() -> bus.lost().toCompletableFuture().get(4, TimeUnit.SECONDS))
                    .isInstanceOf(TimeoutException.class);
        }
    }

    @Test
    void aFrozenBusDoesNotHoldUpConnecting() {
        try (PrivateBus daemon = PrivateBus.start()) {
            daemon.signal("STOP");
            BusOptions impatient = HASTY.withTimeouts(new BusTimeouts(SECOND, SECOND, SECOND, SECOND, SECOND));

            assertThatThrownBy(() -> Bus.connect(daemon.address(), impatient).close())
                    .isInstanceOfSatisfying(
                            VitrineException.class, e -> assertThat(e.name()).isEqualTo(ErrorName.DISCONNECTED));
        }
    }

    @Test
    void aBusThatIsNotThereIsToldAtOnce() {
        assertThatThrownBy(() -> Bus.connect("unix:path=/nowhere/bus", HASTY).close())
                .isInstanceOfSatisfying(
                        VitrineException.class, e -> assertThat(e.name()).isEqualTo(ErrorName.DISCONNECTED));
    }

    @Test
    void aBusThatTakesNothingAnyMoreIsNoticed() throws Exception {
        try (FakeBus fake = FakeBus.start();
                Bus bus = Bus.connect(fake.address(), HASTY)) {
            List<Object> body = List.of(List.of("x".repeat(4000), List.of()));
            for (int i = 0; i < 500; i++) {
                bus.emit(
                        new UniqueName(":1.2"),
                        new ObjectPath(TestObjects.PATH),
                        TestObjects.DESCRIPTION,
                        TestObjects.TICKED,
                        body);
            }

            assertLost(bus);
        }
    }

    @Test
    void t31AReaderOutOfMemoryLosesTheBusInsteadOfLivingOnDeaf() throws Exception {
        try (PrivateBus daemon = PrivateBus.start();
                Bus bus = Bus.connect(daemon.address(), HASTY);
                RawPeer peer = RawPeer.connect(daemon.address())) {
            bus.serve(new TestObjects() {
                @Override
                CompletionStage<List<Object>> call(UniqueName caller, MethodDescription method, IncomingCall call) {
                    throw new OutOfMemoryError("as if");
                }
            });
            peer.call(bus.uniqueName().value(), TestObjects.PATH, TestObjects.NAME, "Echo", "s", "x");

            assertLost(bus);
        }
    }

    @Test
    void t37ClosingAnswersWhatWaitsAndFailsWhatWasAsked() throws Exception {
        try (PrivateBus daemon = PrivateBus.start();
                RawPeer peer = RawPeer.connect(daemon.address())) {
            Bus bus = Bus.connect(daemon.address(), HASTY);
            CompletableFuture<Void> arrived = new CompletableFuture<>();
            bus.serve(new TestObjects() {
                @Override
                CompletionStage<List<Object>> call(UniqueName caller, MethodDescription method, IncomingCall call) {
                    arrived.complete(null);
                    return new CompletableFuture<>();
                }
            });
            long serial = peer.call(bus.uniqueName().value(), TestObjects.PATH, TestObjects.NAME, "Later", "s", "x");
            arrived.get(5, TimeUnit.SECONDS);
            CompletionStage<?> asked = bus.invoker(peer.uniqueName().value(), Duration.ofSeconds(60))
                    .invoke(new ObjectPath("/"), TestObjects.DESCRIPTION, TestObjects.ECHO, List.of("x"));

            bus.close();
            bus.close();

            assertThat(peer.reply(serial).header().errorName()).isEqualTo(ErrorName.NO_REPLY.dbusName());
            assertThatThrownBy(() -> asked.toCompletableFuture().get(5, TimeUnit.SECONDS))
                    .hasMessageContaining(ErrorName.DISCONNECTED.dbusName());
            assertLost(bus);
        }
    }

    @Test
    void aLostBusClosesTheDescriptorsOfCallsThatWait() throws Exception {
        try (PrivateBus daemon = PrivateBus.start();
                RawPeer peer = RawPeer.connect(daemon.address());
                Bus bus = Bus.connect(daemon.address(), HASTY);
                OwnedFd ours = Memfd.create("ballast", 4096)) {
            CompletableFuture<Void> arrived = new CompletableFuture<>();
            bus.serve(new TestObjects() {
                @Override
                public CompletionStage<UniqueName> identify(UniqueName sender) {
                    arrived.complete(null);
                    return new CompletableFuture<>();
                }
            });
            peer.call(bus.uniqueName().value(), TestObjects.PATH, TestObjects.NAME, "Take", "h", ours);
            arrived.get(30, TimeUnit.SECONDS);

            daemon.signal("KILL");

            assertLost(bus);
            Descriptors.await("only ours is left", () -> Descriptors.memfds() == 1);
        }
    }

    @Test
    void whatIsBrokenIsSkippedAndWhatFollowsIsAnswered() {
        try (FakeBus fake = FakeBus.start();
                Bus bus = Bus.connect(fake.address(), HASTY);
                OwnedFd fd = Memfd.create("ballast", 4096)) {
            fake.send(RawBytes.of(ping(fake), List.of()).put(1, (byte) 9), List.of());
            fake.send(RawBytes.of(ping(fake), List.of()).putInt(8, 0), List.of(fd));
            fake.send(RawBytes.of(ping(fake).sender(null), List.of()), List.of(fd));
            fake.send(RawBytes.of(ping(fake), List.of()), List.of(fd));
            fake.send(RawBytes.of(ping(fake).signature(TypeSignature.of("h")), List.of(fd)), List.of());
            HeaderBuilder good = ping(fake);
            fake.send(RawBytes.of(good, List.of()), List.of());

            assertThat(fake.receive().errorName()).isEqualTo(ErrorName.DESCRIPTORS_LOST.dbusName());
            assertThat(fake.receive().errorName()).isEqualTo(ErrorName.DESCRIPTORS_LOST.dbusName());
            assertThat(fake.receive().replySerial()).isEqualTo(good.build().serial());
            assertThat(bus.dropped(Drops.Reason.BROKEN_HEADER)).isEqualTo(2);
            assertThat(bus.dropped(Drops.Reason.NO_SENDER)).isEqualTo(1);
            Descriptors.await("only ours is left", () -> Descriptors.memfds() == 1);
        }
    }

    @Test
    void aStreamThatCanNotBeFollowedLosesTheBus() throws Exception {
        try (FakeBus fake = FakeBus.start();
                Bus bus = Bus.connect(fake.address(), HASTY);
                OwnedFd fd = Memfd.create("ballast", 4096)) {
            fake.send(ByteBuffer.allocate(64), List.of(fd));

            assertLost(bus);
        }
    }

    private static HeaderBuilder ping(FakeBus fake) {
        return Header.call(new ObjectPath("/"), "org.freedesktop.DBus.Peer", "Ping")
                .sender(":1.2")
                .serial(fake.nextSerial());
    }

    private static void assertLost(Bus bus) throws Exception {
        bus.lost().toCompletableFuture().get(60, TimeUnit.SECONDS);
        assertThat(bus.lost().toCompletableFuture()).isCompleted();
    }
}
