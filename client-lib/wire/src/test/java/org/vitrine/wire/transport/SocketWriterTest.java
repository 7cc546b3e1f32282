package org.vitrine.wire.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vitrine.api.error.VitrineException;
import org.vitrine.fd.Errno;
import org.vitrine.fd.Fd;
import org.vitrine.fd.LeakCheck;
import org.vitrine.fd.Memfd;
import org.vitrine.fd.MessageSocket;
import org.vitrine.fd.OwnedFd;
import org.vitrine.fd.ReceivedChunk;
import org.vitrine.fd.SocketPair;
import org.vitrine.fd.SystemCallException;
import org.vitrine.wire.message.EncodedMessage;

@ExtendWith(LeakCheck.class)
class SocketWriterTest {
    private static final Duration STUCK = Duration.ofMillis(600);

    private final CompletableFuture<String> lost = new CompletableFuture<>();

    /** One side of a pair of sockets whose other side reads when the test wants. */
    private record Port(MessageSocket socket) implements SocketPort {
        @Override
        public int trySend(ByteBuffer bytes, List<? extends Fd> fds) {
            return Math.max(0, socket.send(bytes, fds, true));
        }

        @Override
        public void awaitWritable(Duration timeout) {
            socket.awaitWritable(timeout);
        }
    }

    /** The kernel when this user has too many descriptors under way. */
    private record NoFds(SocketPort port) implements SocketPort {
        @Override
        public int trySend(ByteBuffer bytes, List<? extends Fd> fds) {
            if (fds.isEmpty()) {
                return port.trySend(bytes, fds);
            }
            throw new SystemCallException("sendmsg", Errno.ETOOMANYREFS.value());
        }

        @Override
        public void awaitWritable(Duration timeout) {
            port.awaitWritable(timeout);
        }
    }

    /** Takes the first byte, and then nothing any more. */
    private record CutsOff() implements SocketPort {
        @Override
        public int trySend(ByteBuffer bytes, List<? extends Fd> fds) {
            if (bytes.position() > 0) {
                throw new SystemCallException("sendmsg", Errno.ENOMEM.value());
            }
            bytes.position(1);
            return 1;
        }

        @Override
        public void awaitWritable(Duration timeout) {}
    }

    @Test
    void sendsAtOnceWithoutAThread() {
        try (SocketPair pair = SocketPair.stream();
                OwnedFd fd = Memfd.create("sent", 0)) {
            SocketWriter writer = writer(pair, 1 << 20);

            writer.send(message(100, List.of(fd)));

            ReceivedChunk chunk = new MessageSocket(pair.other()).receive(ByteBuffer.allocate(200), true);
            assertThat(chunk.byteCount()).isEqualTo(100);
            assertThat(chunk.fds()).hasSize(1);
            chunk.fds().forEach(OwnedFd::close);
            writer.close();
        }
    }

    @Test
    void keepsTheOrderAndItsOwnDescriptorsWhileTheSocketIsFull() {
        try (SocketPair pair = SocketPair.stream()) {
            SocketWriter writer = writer(pair, 64 << 20);
            int messages = 400;
            for (int i = 0; i < messages; i++) {
                try (OwnedFd fd = Memfd.create("brief", 0)) {
                    writer.send(message(10_000, i >= messages - 20 ? List.of(fd) : List.of()));
                }
            }

            List<OwnedFd> fds = new ArrayList<>();
            long bytes = readAll(pair, 10_000L * messages, fds);

            assertThat(bytes).isEqualTo(10_000L * messages);
            assertThat(fds).hasSize(20);
            assertThat(writer.flush(Duration.ofSeconds(30))).isTrue();
            fds.forEach(OwnedFd::close);
            writer.close();
        }
    }

    @Test
    void isLostWhenTheQueueIsFull() throws Exception {
        try (SocketPair pair = SocketPair.stream()) {
            SocketWriter writer = writer(pair, 1 << 20);
            for (int i = 0; i < 400 && !lost.isDone(); i++) {
                writer.send(message(10_000, List.of()));
            }

            assertThat(lost.get(30, TimeUnit.SECONDS)).contains("full");
            writer.send(message(100, List.of()));
        }
    }

    @Test
    void isLostWhenNothingIsTakenForTooLong() throws Exception {
        try (SocketPair pair = SocketPair.stream();
                OwnedFd fd = Memfd.create("queued", 0)) {
            SocketWriter writer = writer(pair, 64 << 20);
            for (int i = 0; i < 100; i++) {
                writer.send(message(10_000, List.of(fd)));
            }

            assertThat(lost.get(30, TimeUnit.SECONDS)).contains("nothing");
        }
    }

    @Test
    void isLostWhenTheBusHasClosed() throws Exception {
        try (SocketPair pair = SocketPair.stream()) {
            SocketWriter writer = writer(pair, 1 << 20);
            pair.other().close();

            writer.send(message(100, List.of()));

            assertThat(lost.get(30, TimeUnit.SECONDS)).contains("closed");
        }
    }

    @Test
    void dropsAQueuedMessageWhoseDescriptorsAreRefusedAndSendsTheOthers() {
        try (SocketPair pair = SocketPair.stream();
                OwnedFd fd = Memfd.create("queued", 0)) {
            SocketWriter writer = writer(new NoFds(new Port(new MessageSocket(pair.one()))));
            int messages = 60;
            for (int i = 0; i < messages; i++) {
                writer.send(message(10_000, List.of()));
            }
            writer.send(message(10_000, List.of(fd)));
            writer.send(message(10_000, List.of()));

            assertThat(readAll(pair, 10_000L * (messages + 1), new ArrayList<>()))
                    .isEqualTo(10_000L * (messages + 1));
            assertThat(writer.flush(Duration.ofSeconds(30))).isTrue();
            assertThat(lost).isNotDone();
            writer.close();
        }
    }

    @Test
    void isLostWhenAMessageIsCutOff() {
        SocketWriter writer = writer(new CutsOff());

        writer.send(message(100, List.of()));

        assertThat(lost).isCompletedWithValueMatching(reason -> reason.contains("cut off"));
    }

    @Test
    void refusesMoreDescriptorsThanMayWait() {
        try (SocketPair pair = SocketPair.stream();
                OwnedFd fd = Memfd.create("queued", 0)) {
            SocketWriter writer = writer(pair, 64 << 20);
            for (int i = 0; i < 60; i++) {
                writer.send(message(10_000, List.of()));
            }

            assertThatThrownBy(() -> {
                        for (int i = 0; i < 600; i++) {
                            writer.send(message(100, List.of(fd)));
                        }
                    })
                    .isInstanceOf(VitrineException.class);
            writer.close();
        }
    }

    private SocketWriter writer(SocketPort port) {
        return new SocketWriter(port, 64 << 20, STUCK, lost::complete);
    }

    private SocketWriter writer(SocketPair pair, long queueBytes) {
        return new SocketWriter(new Port(new MessageSocket(pair.one())), queueBytes, STUCK, lost::complete);
    }

    private static long readAll(SocketPair pair, long expectedBytes, List<OwnedFd> fds) {
        MessageSocket reader = new MessageSocket(pair.other());
        ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16);
        long bytes = 0;
        while (bytes < expectedBytes && reader.awaitReadable(Duration.ofSeconds(5))) {
            ReceivedChunk chunk = reader.receive(buffer.clear(), true);
            bytes += Math.max(0, chunk.byteCount());
            fds.addAll(chunk.fds());
        }
        return bytes;
    }

    private static EncodedMessage<Fd> message(int bytes, List<Fd> fds) {
        return new EncodedMessage<>(ByteBuffer.allocate(bytes), fds);
    }
}
