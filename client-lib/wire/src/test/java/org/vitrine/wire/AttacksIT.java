package org.vitrine.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.api.dbus.BusName;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.TypeSignature;
import org.vitrine.api.dbus.Variant;
import org.vitrine.api.error.ErrorName;
import org.vitrine.fd.Fd;
import org.vitrine.fd.LeakCheck;
import org.vitrine.fd.Memfd;
import org.vitrine.fd.OwnedFd;
import org.vitrine.wire.message.Header;
import org.vitrine.wire.message.HeaderBuilder;
import org.vitrine.wire.testing.RawBytes;
import org.vitrine.wire.testing.RawMessage;
import org.vitrine.wire.testing.RawPeer;
import org.vitrine.wire.transport.Drops.Reason;

/** The attacks of the threat model, by their numbers, over a bus with the stock configuration. */
@ExtendWith(LeakCheck.class)
class AttacksIT {
    @RegisterExtension
    static final BusFixture BUS = new BusFixture();

    private static final ObjectPath PATH = new ObjectPath(TestObjects.PATH);
    private static final int BATCH = 50;

    private final Bus server = BUS.serve(new TestObjects());
    private final String victim = server.uniqueName().value();
    private final RawPeer attacker = BUS.peer();

    @Test
    void t1SurvivesTenThousandMisaddressedCallsThatCarryDescriptors() {
        try (OwnedFd fd = Memfd.create("ballast", 4096)) {
            Variant<Fd> variant = new Variant<>(TypeSignature.of("h"), fd);
            Map<String, Variant<Fd>> options = Map.of("x", variant);
            List<Runnable> calls = List.of(
                    () -> attacker.call(victim, "/nowhere", TestObjects.NAME, "Take", "h", fd),
                    () -> attacker.call(victim, PATH.value(), TestObjects.NAME, "No", "h", fd),
                    () -> attacker.call(victim, PATH.value(), "org.vitrine.No1", "Take", "h", fd),
                    () -> attacker.call(victim, PATH.value(), TestObjects.NAME, "Take", "hh", fd, fd),
                    () -> attacker.call(victim, PATH.value(), TestObjects.NAME, "Echo", "h", fd),
                    () -> attacker.call(victim, PATH.value(), "org.freedesktop.DBus.Peer", "Ping", "h", fd),
                    () -> attacker.call(victim, PATH.value(), "org.freedesktop.DBus.Properties", "Get", "v", variant),
                    () -> attacker.call(
                            victim,
                            PATH.value(),
                            "org.freedesktop.DBus.Introspectable",
                            "Introspect",
                            "a{sv}",
                            options),
                    () -> attacker.call(victim, PATH.value(), TestObjects.NAME, "Leave", "v", variant),
                    () -> attacker.call(victim, PATH.value(), null, "Take", "h", fd));
            flood(1_000, i -> calls.get(i % calls.size()));
            long heapBefore = heapBytes();
            flood(9_000, i -> calls.get(i % calls.size()));

            assertStillAnswers();
            assertThat(heapBytes() - heapBefore).isLessThan(2 << 20);
            Descriptors.await("only the attacker's own is left", () -> Descriptors.memfds() == 1);
        }
    }

    @Test
    void t1ClosesDescriptorsOfUnrequestedRepliesAndOfSignalsNobodyAskedFor() {
        try (OwnedFd fd = Memfd.create("ballast", 4096)) {
            for (int i = 1; i <= 1_000; i++) {
                send(forgedReply(i).signature(TypeSignature.of("h")), List.of(fd));
                send(forgedReply(0x8000_0000L + i).signature(TypeSignature.of("h")), List.of(fd));
                send(Header.signal(PATH, TestObjects.NAME, "Ticked").signature(TypeSignature.of("h")), List.of(fd));
            }
            assertStillAnswers();
            Descriptors.await("only the attacker's own is left", () -> Descriptors.memfds() == 1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, -1})
    void t2AnswersEachCallWhoseDescriptorIndexHasNoDescriptor(int index) {
        List<IntFunction<ByteBuffer>> forms = List.of(
                i -> nothingAttached("u", "Take", 7L),
                i -> nothingAttached("au", "TakeAll", List.of(7L)),
                i -> nothingAttached("u", "Leave", new Variant<Fd>(TypeSignature.of("u"), 7L)));
        for (int i = 0; i < 1_000; i++) {
            ByteBuffer message =
                    RawBytes.withLastInt(forms.get(i % forms.size()).apply(i), index);
            attacker.send(message, List.of());
        }
        for (int i = 0; i < 1_000; i++) {
            RawMessage answer = attacker.nextReply();
            assertThat(answer.header().errorName()).isEqualTo(ErrorName.INVALID_ARGS.dbusName());
        }
        assertStillAnswers();
    }

    @Test
    void t2AnswersEachCallWhoseDescriptorIndexIsTheNumberOfDescriptors() {
        try (OwnedFd fd = Memfd.create("ballast", 4096)) {
            for (int i = 0; i < 1_000; i++) {
                ByteBuffer message = RawBytes.of(call("Take").signature(TypeSignature.of("h")), List.of(fd));
                attacker.send(RawBytes.withLastInt(message, i % 2 == 0 ? 1 : -1), List.of(fd));
                assertThat(attacker.nextReply().header().errorName()).isEqualTo(ErrorName.INVALID_ARGS.dbusName());
            }
            assertStillAnswers();
            Descriptors.await("only the attacker's own is left", () -> Descriptors.memfds() == 1);
        }
    }

    @Test
    void t5BelievesNoForgedReplyToItsQuestionsToTheDriver() throws Exception {
        long ownUid = ((Number) Files.getAttribute(Path.of("/proc/self"), "unix:uid")).longValue();
        CompletableFuture<Void> flood = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 10_000; i++) {
                Map<String, Variant<Fd>> lie = Map.of("UnixUserID", new Variant<>(TypeSignature.of("u"), 31337L));
                send(forgedReply(0x8000_0000L + i % 500 + 1).signature(TypeSignature.of("a{sv}")), List.of(lie));
            }
        });
        int asked = 0;
        while (!flood.isDone() || asked < 300) {
            try (Credentials answer = server.credentials(server.uniqueName())
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS)) {
                assertThat(answer.uid()).isEqualTo(ownUid);
                asked++;
            }
        }
        flood.get(10, TimeUnit.SECONDS);
        Descriptors.await(
                "every forgery is dropped",
                () -> server.dropped(Reason.FORGED_REPLY) + server.dropped(Reason.UNREQUESTED_REPLY) == 10_000);
    }

    @Test
    void t5LeavesForgedRepliesAwayFromDbusJava() {
        for (int i = 0; i < 1_000; i++) {
            send(forgedReply(i % 20 + 1).signature(TypeSignature.of("u")), List.of(1L));
        }

        Descriptors.await("every forgery is dropped", () -> server.dropped(Reason.FORGED_REPLY) == 1_000);
        server.requestName(new BusName("org.vitrine.AttacksIT"));
    }

    @Test
    void t6BelievesNoForgedNameOwnerChanged() {
        TestObjects objects = new TestObjects();
        Bus watching = BUS.serve(objects);
        RawPeer known = BUS.peer();
        String name = known.uniqueName().value();
        known.reply(known.call(watching.uniqueName().value(), PATH.value(), null, "Echo", "s", "x"));
        for (int i = 0; i < 1_000; i++) {
            HeaderBuilder forged = Header.signal(
                            new ObjectPath("/org/freedesktop/DBus"), "org.freedesktop.DBus", "NameOwnerChanged")
                    .signature(TypeSignature.of("sss"));
            attacker.send(
                    forged.destination(watching.uniqueName().value()).serial(attacker.nextSerial()),
                    List.of(name, name, ""));
        }

        Descriptors.await("every forgery is dropped", () -> watching.dropped(Reason.FORGED_DRIVER_SIGNAL) == 1_000);
        assertThat(objects.gone).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 60, 120})
    void t7RefusesHugeMessagesWithoutAllocatingThemWhileOthersAreServed(int mebibytes, TestReporter reporter)
            throws Exception {
        RawPeer bystander = BUS.peer();
        bystander.reply(bystander.call(victim, PATH.value(), null, "Echo", "s", "warm"));
        long allocatedBefore = allocatedByReaders();
        CompletableFuture<Void> attack = CompletableFuture.runAsync(() -> sendHuge(mebibytes << 20));
        long slowestMs = 0;
        while (!attack.isDone()) {
            long start = System.nanoTime();
            bystander.reply(bystander.call(victim, PATH.value(), null, "Echo", "s", "x"));
            slowestMs = Math.max(
                    slowestMs, Duration.ofNanos(System.nanoTime() - start).toMillis());
        }
        attack.get();

        assertThat(attacker.nextReply().header().errorName()).isEqualTo(ErrorName.LIMITS_EXCEEDED.dbusName());
        reporter.publishEntry("slowest answer to a bystander meanwhile", slowestMs + " ms");
        assertThat(allocatedByReaders() - allocatedBefore).isLessThan(32L << 20);
        assertStillAnswers();
    }

    @Test
    void t9AnswersACallWhoseDescriptorsTheKernelDropped() {
        try (OwnedFd fd = Memfd.create("ballast", 4096)) {
            List<Object> four = List.of(List.of(fd, fd.borrow(), fd.borrow(), fd.borrow()));
            attacker.reply(attacker.call(victim, PATH.value(), null, "TakeAll", "ah", four.getFirst()));
            try (DescriptorFamine famine = DescriptorFamine.prepare()) {
                for (int left : List.of(0, 1, 2, 3, 24)) {
                    Descriptors.await("those of the last call are closed", () -> Descriptors.memfds() == 2);
                    famine.leave(left);
                    long serial = attacker.call(victim, PATH.value(), null, "TakeAll", "ah", four.getFirst());
                    attacker.awaitReply();
                    famine.end();
                    String error = attacker.reply(serial).header().errorName();
                    assertThat(error).isEqualTo(left < 4 ? ErrorName.DESCRIPTORS_LOST.dbusName() : null);
                }
            }
            assertStillAnswers();
            Descriptors.await("only the attacker's own is left", () -> Descriptors.memfds() == 1);
        }
    }

    private void flood(int count, IntFunction<Runnable> message) {
        for (int i = 0; i < count; i++) {
            message.apply(i).run();
            if (i % BATCH == BATCH - 1) {
                for (int j = 0; j < BATCH; j++) {
                    attacker.nextReply();
                }
            }
        }
    }

    private ByteBuffer nothingAttached(String signature, String member, Object argument) {
        String type = argument instanceof Variant ? "v" : signature;
        ByteBuffer message = RawBytes.of(call(member).signature(TypeSignature.of(type)), List.of(argument));
        return RawBytes.withIntegersAsDescriptors(message, signature);
    }

    private HeaderBuilder call(String member) {
        return Header.call(PATH, TestObjects.NAME, member).destination(victim).serial(attacker.nextSerial());
    }

    private HeaderBuilder forgedReply(long replySerial) {
        return Header.returnTo(Header.call(PATH, null, "Any")
                .sender(victim)
                .serial(replySerial)
                .build());
    }

    private void send(HeaderBuilder header, List<Object> body) {
        attacker.send(header.destination(victim).serial(attacker.nextSerial()), body);
    }

    /** Sends up to 60 MiB in each of two arrays: an array may hold 64 MiB, a message 128. */
    private void sendHuge(int bytes) {
        int arrayBytes = bytes / 2;
        ByteBuffer start =
                RawBytes.of(call("Echo").signature(TypeSignature.of("ayay")), List.of(new byte[0], new byte[0]));
        attacker.send(RawBytes.headerClaiming(start, 2 * Integer.BYTES, 2 * (Integer.BYTES + arrayBytes)), List.of());
        byte[] piece = new byte[1 << 16];
        for (int array = 0; array < 2; array++) {
            attacker.send(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(0, arrayBytes), List.of());
            for (int left = arrayBytes; left > 0; left -= piece.length) {
                attacker.send(ByteBuffer.wrap(piece, 0, Math.min(piece.length, left)), List.of());
            }
        }
    }

    private void assertStillAnswers() {
        RawPeer other = BUS.peer();
        assertThat(other.reply(other.call(victim, PATH.value(), TestObjects.NAME, "Echo", "s", "alive"))
                        .text())
                .isEqualTo("alive");
    }

    private static long heapBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long allocatedByReaders() {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("DBusConnection"))
                .mapToLong(thread -> threads.getThreadAllocatedBytes(thread.threadId()))
                .sum();
    }
}
