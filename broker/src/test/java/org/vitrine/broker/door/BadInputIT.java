package org.vitrine.broker.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.vitrine.broker.testing.Peer.get;
import static org.vitrine.broker.testing.Peer.value;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.Variant;
import org.vitrine.api.dbus.generated.Producer1;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.Modifier;
import org.vitrine.api.image.RawBuffer;
import org.vitrine.api.image.RawPlane;
import org.vitrine.broker.testing.Peer;
import org.vitrine.broker.testing.RunningBroker;
import org.vitrine.broker.testing.TestBuffers;
import org.vitrine.fd.Fd;
import org.vitrine.fd.LeakCheck;
import org.vitrine.fd.OpenFile;
import org.vitrine.fd.OwnedFd;
import org.vitrine.fd.Seal;
import org.vitrine.wire.testing.BusKind;
import org.vitrine.wire.testing.ContractBus;

@ExtendWith(LeakCheck.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {
    private final ContractBus bus = kind().start();
    private final RunningBroker broker = RunningBroker.startAllowingAll(bus.address());
    private final Peer admin = Peer.connect(bus.address());

    private Peer peer = admin;
    private ObjectPath session = Peer.PORTAL;

    /** Tells which bus these tests run on. */
    BusKind kind() {
        return BusKind.DBUS_DAEMON;
    }

    @BeforeEach
    void register() {
        peer = Peer.connect(bus.peerAddress());
        session = peer.register();
    }

    @AfterEach
    void nothingChanged() {
        Map<String, Variant<OwnedFd>> statistics =
                get(admin.admin().getStatistics()).statistics();
        assertThat(value(statistics, "images")).isEqualTo(0L);
        assertThat(value(statistics, "descriptors")).isEqualTo(0L);
        peer.close();
    }

    @AfterAll
    void stop() {
        admin.close();
        broker.close();
        bus.close();
    }

    @ParameterizedTest
    @CsvSource({
        "title, u, InvalidArgument, 'title has type u, it must be of type s'",
        "tags, s, InvalidArgument, 'tags has type s, it must be of type as'",
        "writable, u, InvalidArgument, 'writable has type u, it must be of type b'",
        "width, s, InvalidArgument, 'width has type s, it must be of type u'",
        "formats, as, InvalidArgument, 'formats has type as, it must be of type a(uat)'"
    })
    void namesTheTypeThatAKeyMustHave(String key, String signature, String error, String text) {
        Object value = switch (signature) {
            case "u" -> 1L;
            case "as" -> List.of("x");
            default -> "x";
        };
        Map<String, Variant<Fd>> properties = new HashMap<>(Map.of("title", Variant.of("s", "x")));
        properties.put(key, Variant.of(signature, value));
        refuses(advertise(properties, List.of())).isEqualTo("org.freedesktop.portal.Error." + error + ": " + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\nb", "esc\u001b[31m", "nul\u0085", "gnp.\u202etxt", "\u2067x", "a\u2028b"})
    void refusesTitlesThatMustNotReachAScreen(String title) {
        refuses(advertise(Map.of("title", Variant.of("s", title)), List.of()), ErrorName.INVALID_ARGUMENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\nb", "esc\u001b[31m", "gnp.\u202etxt", "\u2067x"})
    void refusesReasonsThatMustNotReachAScreen(String reason) {
        try (OwnedFd fd = TestBuffers.sealed(4, 4)) {
            ObjectPath image = get(offer(TestBuffers.in((Fd) fd, 4, 4))).image();
            try {
                refuses(
                        peer.consumer().requestAccess(image, Map.of("reason", Variant.of("s", reason))),
                        ErrorName.INVALID_ARGUMENT);
            } finally {
                get(peer.producer().withdraw(image));
            }
        }
    }

    @Test
    void refusesATitleThatIsTooLong() {
        refuses(advertise(Map.of("title", Variant.of("s", "x".repeat(257))), List.of()), ErrorName.INVALID_ARGUMENT);
    }

    @Test
    void ignoresUnknownOptions() {
        ObjectPath another = get(peer.producer().registerProducer(Map.of("colour", Variant.of("s", "red"))))
                .session();
        assertThat(another).isNotEqualTo(session);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a-b", "", "a/b", "ä", "a.b"})
    void refusesTokensWithOtherCharacters(String token) {
        refuses(
                peer.producer().registerProducer(Map.of("session_handle_token", Variant.of("s", token))),
                ErrorName.INVALID_ARGUMENT);
    }

    @Test
    void refusesATokenThatIsInUse() {
        Map<String, Variant<Fd>> options = Map.of("session_handle_token", Variant.of("s", "mine"));
        get(peer.producer().registerProducer(options));
        refuses(peer.producer().registerProducer(options), ErrorName.EXISTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/dev/null", "/etc/passwd", "/proc/self/status", "/proc/self/mem"})
    void refusesFilesOfEveryKind(String path) {
        try (OwnedFd fd = OpenFile.open(path, Set.of())) {
            refuses(offer(TestBuffers.in((Fd) fd, 4, 4)), ErrorName.INVALID_DESCRIPTOR);
        }
    }

    @ParameterizedTest
    @CsvSource({"GROW, F_SEAL_GROW", "SEAL, F_SEAL_SEAL", "FUTURE_WRITE, F_SEAL_FUTURE_WRITE"})
    void namesTheSealThatIsMissing(Seal missing, String named) {
        Set<Seal> seals = EnumSet.of(Seal.SHRINK, Seal.GROW, Seal.SEAL, Seal.FUTURE_WRITE);
        seals.remove(missing);
        try (OwnedFd fd = TestBuffers.sealed(4, 4, seals)) {
            refuses(offer(TestBuffers.in((Fd) fd, 4, 4)))
                    .startsWith("org.vitrine.Error.UnsealedMemory")
                    .endsWith(": " + named);
        }
    }

    @Test
    void namesAllSealsToSetOnMemoryThatHasNone() {
        try (OwnedFd fd = TestBuffers.sealed(4, 4, Set.of())) {
            refuses(offer(TestBuffers.in((Fd) fd, 4, 4)))
                    .startsWith("org.vitrine.Error.UnsealedMemory")
                    .contains("F_SEAL_SHRINK", "F_SEAL_GROW", "F_SEAL_SEAL", "F_SEAL_FUTURE_WRITE");
        }
    }

    @ParameterizedTest
    @CsvSource({"8, 8, 0, 32", "4, 5, 0, 16", "4, 4, 1, 16", "4, 4, 0, 15", "0, 4, 0, 16", "32769, 1, 0, 131076"})
    void refusesSizesThatLie(long width, long height, long offset, long stride) {
        try (OwnedFd fd = TestBuffers.sealed(4, 4)) {
            refuses(
                    offer(new RawBuffer<>(
                            width, height, TestBuffers.XRGB8888, 0, List.of(new RawPlane<>(fd, offset, stride)))),
                    ErrorName.INVALID_LAYOUT);
        }
    }

    @Test
    void refusesMemoryWhosePixelsOnlyADriverCouldFind() {
        try (OwnedFd fd = TestBuffers.sealed(4, 4)) {
            refuses(
                    offer(new RawBuffer<>(
                            4, 4, TestBuffers.XRGB8888, Modifier.INVALID.bits(), List.of(new RawPlane<>(fd, 0, 16)))),
                    ErrorName.INVALID_LAYOUT);
        }
    }

    @Test
    void refusesBuffersOfDifferentSizes() {
        List<OwnedFd> fds = TestBuffers.sealed(8, 8, 2);
        refuses(
                peer.producer()
                        .advertise(
                                session,
                                Map.of("title", Variant.of("s", "x")),
                                List.of(TestBuffers.in((Fd) fds.get(0), 8, 8), TestBuffers.in((Fd) fds.get(1), 4, 4))),
                ErrorName.INVALID_LAYOUT);
        fds.forEach(OwnedFd::close);
    }

    @Test
    void takesPlanesWithGapsAndOneDescriptorForFourPlanes() {
        long someVendorsModifier = 0x0100_0000_0000_0004L;
        try (OwnedFd fd = TestBuffers.sealed(64, 64)) {
            List<RawPlane<Fd>> planes = new ArrayList<>();
            for (long offset : new long[] {0, 8192, 12_000, 16_000}) {
                planes.add(new RawPlane<>(fd, offset, 64));
            }
            ObjectPath image = get(offer(new RawBuffer<>(16, 16, TestBuffers.XRGB8888, someVendorsModifier, planes)))
                    .image();
            assertThat(value(get(admin.admin().getStatistics()).statistics(), "descriptors"))
                    .isEqualTo(1L);
            get(peer.producer().withdraw(image));
        }
    }

    @Test
    void refusesMoreBuffersThanAnImageHas() {
        try (OwnedFd fd = TestBuffers.sealed(4, 4)) {
            List<RawBuffer<Fd>> buffers = new ArrayList<>();
            for (int i = 0; i < 17; i++) {
                buffers.add(TestBuffers.in((Fd) fd, 4, 4));
            }
            refuses(
                    peer.producer().advertise(session, Map.of("title", Variant.of("s", "x")), buffers),
                    ErrorName.LIMITS_EXCEEDED);
        }
    }

    @Test
    void refusesNumbersThatTheCallersProcessHasNotOpen() {
        RawBuffer<Integer> buffer =
                new RawBuffer<>(4, 4, TestBuffers.XRGB8888, 0, List.of(new RawPlane<>(999_999, 0, 16)));
        refuses(
                peer.producer().advertiseRemote(session, Map.of("title", Variant.of("s", "x")), List.of(buffer)),
                ErrorName.INVALID_DESCRIPTOR);
    }

    @Test
    void refusesAGenerationThatIsNotTheNext() {
        try (OwnedFd fd = TestBuffers.sealed(4, 4)) {
            ObjectPath image = get(offer(TestBuffers.in((Fd) fd, 4, 4))).image();
            for (long generation : new long[] {0, 1, 3, 0xffff_ffffL}) {
                refuses(
                        peer.producer().replaceBuffers(image, generation, List.of(TestBuffers.in((Fd) fd, 4, 4))),
                        ErrorName.STALE_GENERATION);
            }
            refuses(peer.producer().publish(image, 1, Map.of()), ErrorName.INVALID_ARGUMENT);
            get(peer.producer().withdraw(image));
        }
    }

    private CompletionStage<?> advertise(Map<String, Variant<Fd>> properties, List<RawBuffer<Fd>> buffers) {
        return peer.producer().advertise(session, properties, buffers);
    }

    private CompletionStage<Producer1.AdvertiseOut<OwnedFd>> offer(RawBuffer<Fd> buffer) {
        return peer.producer().advertise(session, Map.of("title", Variant.of("s", "x")), List.of(buffer));
    }

    private static AbstractStringAssert<?> refuses(CompletionStage<?> call) {
        VitrineException[] thrown = new VitrineException[1];
        assertThatExceptionOfType(VitrineException.class)
                .isThrownBy(() -> get(call))
                .satisfies(e -> thrown[0] = e);
        return assertThat(thrown[0].getMessage());
    }

    private static void refuses(CompletionStage<?> call, ErrorName error) {
        refuses(call).startsWith(error.dbusName());
    }
}
