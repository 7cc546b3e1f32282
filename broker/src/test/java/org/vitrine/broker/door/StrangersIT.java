package org.vitrine.broker.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.broker.testing.Peer.get;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vitrine.api.Limits;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.Variant;
import org.vitrine.api.error.VitrineException;
import org.vitrine.broker.testing.Peer;
import org.vitrine.broker.testing.RunningBroker;
import org.vitrine.broker.testing.TestBuffers;
import org.vitrine.fd.Fd;
import org.vitrine.fd.LeakCheck;
import org.vitrine.fd.OwnedFd;
import org.vitrine.wire.testing.BusKind;
import org.vitrine.wire.testing.ContractBus;

/** Shows that what is another's answers as what does not exist. */
@ExtendWith(LeakCheck.class)
class StrangersIT {
    private static final int GUESSES = 500;
    private static final String RULES = RunningBroker.ALLOW_ALL + """
            [[rule]]
            name = "secrets"
            title = "Secret*"
            actions = ["list", "read", "write"]
            effect = "deny"
            """;

    /** Tells which bus these tests run on. */
    BusKind kind() {
        return BusKind.DBUS_DAEMON;
    }

    @Test
    void answersForeignAndUnknownHandlesAlike() {
        try (ContractBus bus = kind().start();
                RunningBroker broker = RunningBroker.start(bus.address(), RULES, Limits.DEFAULTS);
                Peer owner = Peer.connect(bus.peerAddress());
                Peer stranger = Peer.connect(bus.peerAddress());
                Peer admin = Peer.connect(bus.address())) {
            ObjectPath session = owner.register();
            ObjectPath image;
            try (OwnedFd fd = TestBuffers.sealed(4, 4)) {
                image = owner.advertise(session, "Secret plan", List.of(TestBuffers.in((Fd) fd, 4, 4)));
            }
            Set<String> images = answers(stranger, image, guessedImages());
            Set<String> sessions = answers(stranger, session, guessedSessions(owner));

            assertThat(images)
                    .containsExactlyInAnyOrderElementsOf(
                            answers(stranger, guessedImages().findFirst().get(), Stream.of()));
            assertThat(sessions)
                    .containsExactlyInAnyOrderElementsOf(
                            answers(stranger, guessedSessions(owner).findFirst().get(), Stream.of()));
            assertThat(get(stranger.consumer().listImages(Map.of())).images()).isEmpty();
            assertThat(get(admin.manager().getManagedObjects()).objects()).hasSize(2);
            assertThat(broker.lost().toCompletableFuture()).isNotDone();
        }
    }

    private static Stream<ObjectPath> guessedImages() {
        return Stream.iterate(1_000L, n -> n + 1)
                .limit(GUESSES)
                .map(n -> new ObjectPath(Peer.PORTAL.value() + "/image/" + n));
    }

    private static Stream<ObjectPath> guessedSessions(Peer owner) {
        String prefix =
                Peer.PORTAL.value() + "/session/" + owner.bus().uniqueName().asPathElement() + "/vitrine_";
        return Stream.iterate(1_000L, n -> n + 1).limit(GUESSES).map(n -> new ObjectPath(prefix + n));
    }

    private static Set<String> answers(Peer stranger, ObjectPath foreign, Stream<ObjectPath> guesses) {
        return Stream.concat(Stream.of(foreign), guesses)
                .flatMap(path -> calls(stranger, path))
                .collect(Collectors.toSet());
    }

    private static Stream<String> calls(Peer stranger, ObjectPath path) {
        Stream<Function<ObjectPath, CompletionStage<?>>> calls = Stream.of(
                p -> stranger.consumer().describeImage(p),
                p -> stranger.consumer().openImage(p, Map.of()),
                p -> stranger.consumer().requestAccess(p, Map.of()),
                p -> stranger.consumer().openBuffers(p, 0),
                p -> stranger.consumer().describeBuffers(p, 0),
                p -> stranger.producer().withdraw(p),
                p -> stranger.producer().publish(p, 0, Map.of()),
                p -> stranger.producer().advertise(p, Map.of("title", Variant.of("s", "x")), List.of()),
                p -> stranger.session(p).close());
        return calls.map(call -> call.apply(path)).toList().stream().map(StrangersIT::errorOf);
    }

    private static String errorOf(CompletionStage<?> call) {
        try {
            get(call);
            return "success";
        } catch (VitrineException e) {
            return e.name() + ": " + e.text();
        }
    }

    @Test
    void answersEveryRequestPathOfAnotherAlike() {
        try (ContractBus bus = kind().start();
                RunningBroker broker = RunningBroker.startAllowingAll(bus.address());
                Peer owner = Peer.connect(bus.peerAddress());
                Peer stranger = Peer.connect(bus.peerAddress())) {
            String of = owner.bus().uniqueName().asPathElement();
            assertThat(Stream.of("/request/" + of + "/a", "/request/" + of + "/b", "/request/9_99/a")
                            .map(rest -> errorOf(stranger.request(new ObjectPath(Peer.PORTAL.value() + rest))
                                    .close()))
                            .distinct())
                    .singleElement()
                    .asString()
                    .startsWith("ACCESS_DENIED");
            assertThat(broker.lost().toCompletableFuture()).isNotDone();
        }
    }
}
