package org.vitrine.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vitrine.api.dbus.BusName;
import org.vitrine.api.dbus.MethodDescription;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.TypeSignature;
import org.vitrine.api.dbus.UniqueName;
import org.vitrine.api.dbus.Variant;
import org.vitrine.api.error.ErrorName;
import org.vitrine.fd.Fd;
import org.vitrine.fd.LeakCheck;
import org.vitrine.fd.Memfd;
import org.vitrine.fd.OwnedFd;
import org.vitrine.fd.RawFds;
import org.vitrine.wire.testing.RawMessage;
import org.vitrine.wire.testing.RawPeer;

/** Descriptors travel anywhere in a body, both ways, and end up closed. */
@ExtendWith(LeakCheck.class)
class DescriptorsIT {
    @RegisterExtension
    static final BusFixture BUS = new BusFixture();

    private static final ObjectPath PATH = new ObjectPath(TestObjects.PATH);

    private final List<OwnedFd> ours = IntStream.range(0, 4)
            .mapToObj(i -> Memfd.create("ours" + i, 4096L * (i + 1)))
            .toList();

    @AfterEach
    void closeOurs() {
        ours.forEach(OwnedFd::close);
    }

    @Test
    void travelInStructsArraysVariantsAndDictionariesBothWays() throws Exception {
        Bus server = BUS.serve(new TestObjects() {
            @Override
            CompletionStage<List<Object>> call(UniqueName caller, MethodDescription method, IncomingCall call) {
                List<ReceivedFd> received = fdsOf(call.body());
                return answer(nested(received.stream().map(ReceivedFd::borrow).toList()));
            }
        });
        Bus client = BUS.connect();

        List<Object> reply = client.invoker(server.uniqueName().value(), Duration.ofSeconds(5))
                .invoke(PATH, TestObjects.DESCRIPTION, TestObjects.SWAP, List.of(nested(ours)))
                .toCompletableFuture()
                .get(5, TimeUnit.SECONDS);

        List<OwnedFd> back = fdsOf(reply);
        assertThat(back.stream().map(DescriptorsIT::inode))
                .isEqualTo(ours.stream().map(DescriptorsIT::inode).toList());
        back.forEach(OwnedFd::close);
    }

    @Test
    void travelInSignalsToTheirOneReceiver() throws Exception {
        Bus server = BUS.serve(new TestObjects());
        Bus client = BUS.connect();
        Bus stranger = BUS.connect();
        BlockingQueue<OwnedFd> received = new ArrayBlockingQueue<>(9);
        SignalMatch match = SignalMatch.from(server.uniqueName().value())
                .of(TestObjects.NAME)
                .named("Ticked");
        client.onSignal(match, signal -> fdsInSignal(signal).forEach(fd -> received.add(fd.take())));
        stranger.onSignal(match, signal -> received.add(ours.get(3).dup()));

        server.emit(
                client.uniqueName(),
                PATH,
                TestObjects.DESCRIPTION,
                TestObjects.TICKED,
                List.of(List.of("two", ours.subList(0, 2))));

        for (OwnedFd sent : ours.subList(0, 2)) {
            try (OwnedFd fd = received.poll(5, TimeUnit.SECONDS)) {
                assertThat(inode(fd)).isEqualTo(inode(sent));
            }
        }
        assertThat(received).isEmpty();
    }

    @Test
    void ofASignalThatNobodyTookAreClosed() throws Exception {
        Bus server = BUS.serve(new TestObjects());
        Bus client = BUS.connect();
        CompletableFuture<Signal> heard = new CompletableFuture<>();
        client.onSignal(SignalMatch.from(server.uniqueName().value()).at(PATH), heard::complete);

        server.emit(
                client.uniqueName(), PATH, TestObjects.DESCRIPTION, TestObjects.TICKED, List.of(List.of("one", ours)));

        assertThat(heard.get(5, TimeUnit.SECONDS).sender())
                .isEqualTo(server.uniqueName().value());
        Descriptors.await("only ours are left", () -> Descriptors.memfds() == ours.size());
        ReceivedFd closed = fdsInSignal(heard.get()).getFirst();
        assertThatThrownBy(closed::take).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void thatNoHandlerTookAreClosedWithTheReply() {
        Bus server = BUS.serve(new TestObjects());
        RawPeer peer = BUS.peer();

        for (int i = 0; i < 20; i++) {
            peer.reply(peer.call(
                    server.uniqueName().value(), PATH.value(), TestObjects.NAME, "Take", "h", ours.getFirst()));
        }

        Descriptors.await("only ours are left", () -> Descriptors.memfds() == ours.size());
    }

    @Test
    void thatAHandlerTookAreItsOwn() {
        List<OwnedFd> taken = new ArrayList<>();
        Bus server = BUS.serve(new TestObjects() {
            @Override
            CompletionStage<List<Object>> call(UniqueName caller, MethodDescription method, IncomingCall call) {
                taken.add(((ReceivedFd) call.body().getFirst()).take());
                return answer();
            }
        });
        RawPeer peer = BUS.peer();

        peer.reply(
                peer.call(server.uniqueName().value(), PATH.value(), TestObjects.NAME, "Take", "h", ours.getFirst()));

        assertThat(inode(taken.getFirst())).isEqualTo(inode(ours.getFirst()));
        taken.forEach(OwnedFd::close);
    }

    @Test
    void ofACallThatIsNotAnsweredAreClosedAfterAWhile() {
        CompletableFuture<List<Object>> never = new CompletableFuture<>();
        BusTimeouts hasty = new BusTimeouts(
                Duration.ofSeconds(5),
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                Duration.ofSeconds(2),
                Duration.ofSeconds(5));
        Bus server = BUS.serve(
                new TestObjects() {
                    @Override
                    CompletionStage<List<Object>> call(UniqueName caller, MethodDescription method, IncomingCall call) {
                        return never;
                    }
                },
                BusOptions.named("test").withTimeouts(hasty));
        RawPeer peer = BUS.peer();

        long serial =
                peer.call(server.uniqueName().value(), PATH.value(), TestObjects.NAME, "Take", "h", ours.getFirst());

        Descriptors.await("it has arrived", () -> Descriptors.memfds() == ours.size() + 1);
        Descriptors.await("only ours are left", () -> Descriptors.memfds() == ours.size());
        never.complete(List.of());
        assertThat(peer.reply(serial).header().errorName()).isNull();
    }

    @Test
    void moreThanSixteenAreRefusedBeforeAnythingIsSent() {
        Bus server = BUS.serve(new TestObjects() {
            @Override
            CompletionStage<List<Object>> call(UniqueName caller, MethodDescription method, IncomingCall call) {
                List<OwnedFd> many = IntStream.range(0, 17)
                        .mapToObj(i -> ours.getFirst().dup())
                        .toList();
                CompletableFuture<List<Object>> result = new CompletableFuture<>();
                Thread.ofVirtual().start(() -> {
                    result.complete(List.of(nested(new ArrayList<>(many))));
                    many.forEach(OwnedFd::close);
                });
                return result;
            }
        });
        RawPeer peer = BUS.peer();

        RawMessage answer =
                peer.reply(peer.call(server.uniqueName().value(), PATH.value(), TestObjects.NAME, "Give", ""));

        assertThat(answer.header().errorName()).isEqualTo(ErrorName.INTERNAL.dbusName());
        assertThat(server.lost().toCompletableFuture())
                .as("the bus has not thrown us out")
                .isNotDone();
    }

    @Test
    void aCallerWhoNegotiatedNoneIsToldSo() {
        Bus server = BUS.serve(new TestObjects() {
            @Override
            CompletionStage<List<Object>> call(UniqueName caller, MethodDescription method, IncomingCall call) {
                return answer(nested(ours));
            }
        });
        RawPeer peer = BUS.peerWithoutFds();

        RawMessage answer =
                peer.reply(peer.call(server.uniqueName().value(), PATH.value(), TestObjects.NAME, "Give", ""));

        assertThat(answer.header().errorName()).isEqualTo(ErrorName.NOT_SUPPORTED.dbusName());
    }

    @Test
    void ofACallMayBeClosedAsSoonAsItIsMadeEvenIfTheOwnerIsNotKnownYet() throws Exception {
        CompletableFuture<Long> inode = new CompletableFuture<>();
        Bus server = BUS.serve(new TestObjects() {
            @Override
            CompletionStage<List<Object>> call(UniqueName caller, MethodDescription method, IncomingCall call) {
                inode.complete(inode(((ReceivedFd) call.body().getFirst()).borrow()));
                return answer();
            }
        });
        server.requestName(new BusName("org.vitrine.DescriptorsIT"));
        Bus client = BUS.connect();
        CompletionStage<List<Object>> reply;
        long sent;
        try (OwnedFd fd = Memfd.create("brief", 4096)) {
            sent = inode(fd);
            reply = client.invoker("org.vitrine.DescriptorsIT", Duration.ofSeconds(5))
                    .invoke(PATH, TestObjects.DESCRIPTION, TestObjects.TAKE, List.of(fd));
        }

        reply.toCompletableFuture().get(5, TimeUnit.SECONDS);
        assertThat(inode.get(5, TimeUnit.SECONDS)).isEqualTo(sent);
    }

    @Test
    void ofAReplyToACallerWhoGaveUpAreClosed() {
        CompletableFuture<List<Object>> answer = new CompletableFuture<>();
        CompletableFuture<Void> asked = new CompletableFuture<>();
        Bus server = BUS.serve(new TestObjects() {
            @Override
            CompletionStage<List<Object>> call(UniqueName caller, MethodDescription method, IncomingCall call) {
                return method.equals(ECHO) ? answer("x") : asked(answer);
            }

            private CompletionStage<List<Object>> asked(CompletionStage<List<Object>> later) {
                asked.complete(null);
                return later;
            }
        });
        BusInvoker client = BUS.connect().invoker(server.uniqueName().value(), Duration.ofSeconds(30));
        CompletableFuture<List<Object>> reply = client.invoke(
                        PATH, TestObjects.DESCRIPTION, TestObjects.GIVE, List.of())
                .toCompletableFuture();
        asked.join();

        reply.cancel(false);
        answer.complete(List.of(nested(ours)));
        client.invoke(PATH, TestObjects.DESCRIPTION, TestObjects.ECHO, List.of("x"))
                .toCompletableFuture()
                .join();

        Descriptors.await("only ours are left", () -> Descriptors.memfds() == ours.size());
    }

    private static List<Object> nested(List<? extends Fd> fds) {
        List<List<Object>> planes = new ArrayList<>();
        for (Fd fd : fds.subList(2, fds.size())) {
            planes.add(List.of(fd, 0L, 64L));
        }
        return List.of(
                "image",
                planes,
                new Variant<Fd>(TypeSignature.of("h"), fds.get(0)),
                Map.of("more", new Variant<Fd>(TypeSignature.of("ah"), List.of(fds.get(1)))));
    }

    /** The descriptors of a nested body, in the order they were put in. */
    @SuppressWarnings("unchecked")
    private static <F> List<F> fdsOf(List<Object> body) {
        List<Object> struct = (List<Object>) body.getFirst();
        List<List<Object>> planes = (List<List<Object>>) struct.get(1);
        Variant<F> one = (Variant<F>) struct.get(2);
        List<F> fds = new ArrayList<>(List.of((F) one.value()));
        ((Map<String, Variant<F>>) struct.get(3)).values().forEach(more -> fds.addAll((List<F>) more.value()));
        planes.forEach(plane -> fds.add((F) plane.getFirst()));
        return fds;
    }

    @SuppressWarnings("unchecked")
    private static List<ReceivedFd> fdsInSignal(Signal signal) {
        return (List<ReceivedFd>) ((List<Object>) signal.body().getFirst()).get(1);
    }

    private static long inode(Fd fd) {
        try {
            Path path = Path.of("/proc/self/fd/" + RawFds.numberOf(fd));
            return (Long) Files.getAttribute(path, "unix:ino");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
