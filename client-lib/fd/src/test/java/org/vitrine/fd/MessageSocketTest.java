package org.vitrine.fd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LeakCheck.class)
class MessageSocketTest {
    private final SocketPair pair = SocketPair.stream();
    private final MessageSocket here = new MessageSocket(pair.one());
    private final MessageSocket there = new MessageSocket(pair.other());
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(128 * 1024);

    @AfterEach
    void close() {
        pair.close();
    }

    @Test
    void carriesBytesAndDescriptorsTogether() {
        try (OwnedFd memfd = Memfd.create("sent", 4096)) {
            assertThat(here.send(bytes(3), List.of(memfd, memfd.borrow()), false))
                    .isEqualTo(3);
            ReceivedChunk chunk = there.receive(buffer, false);
            assertThat(chunk.byteCount()).isEqualTo(3);
            assertThat(chunk.truncated()).isFalse();
            assertThat(chunk.fds()).hasSize(2).allSatisfy(fd -> {
                assertThat(Memfd.seals(fd)).isEqualTo(Memfd.seals(memfd));
                fd.close();
            });
            assertThat(memfd.isOpen()).isTrue();
        }
    }

    @Test
    void carriesAsManyDescriptorsAsTheKernelAllows() {
        try (OwnedFd memfd = Memfd.create("many", 0)) {
            here.send(bytes(1), Collections.nCopies(MessageSocket.MAX_FDS, memfd), false);
            ReceivedChunk chunk = there.receive(buffer, true);
            assertThat(chunk.fds()).hasSize(MessageSocket.MAX_FDS);
            chunk.fds().forEach(OwnedFd::close);
            List<OwnedFd> oneTooMany = Collections.nCopies(MessageSocket.MAX_FDS + 1, memfd);
            assertThatThrownBy(() -> here.send(bytes(1), oneTooMany, false))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void carriesHeapAndDirectBuffersAlike() {
        ByteBuffer heap = ByteBuffer.wrap(new byte[] {9, 1, 2, 3, 9}, 1, 3);
        assertThat(here.send(heap, List.of(), false)).isEqualTo(3);
        assertThat(heap.hasRemaining()).isFalse();
        ByteBuffer direct =
                ByteBuffer.allocateDirect(2).put((byte) 4).put((byte) 5).flip();
        assertThat(here.send(direct, List.of(), false)).isEqualTo(2);
        ByteBuffer into = ByteBuffer.allocate(8).position(1);
        assertThat(there.receive(into, false).byteCount()).isEqualTo(5);
        assertThat(into.array()).containsExactly(0, 1, 2, 3, 4, 5, 0, 0);
        assertThat(into.position()).isEqualTo(6);
    }

    @Test
    void comesBackAtOnceWhenToldNotToWait() {
        assertThat(there.receive(buffer, true).wouldBlock()).isTrue();
        ByteBuffer large = ByteBuffer.allocateDirect(16 * 1024 * 1024);
        int sent = here.send(large, List.of(), true);
        assertThat(sent).isPositive().isLessThan(large.capacity());
        assertThat(large.position()).isEqualTo(sent);
        assertThat(here.send(large, List.of(), true)).isEqualTo(MessageSocket.WOULD_BLOCK);
        assertThat(here.awaitWritable(Duration.ofMillis(1))).isFalse();
    }

    @Test
    void waitsForBytesAndForTheEnd() {
        assertThat(there.awaitReadable(Duration.ofMillis(2))).isFalse();
        here.send(bytes(1), List.of(), false);
        assertThat(there.awaitReadable(Duration.ofDays(1000))).isTrue();
        there.receive(buffer, false);
        pair.one().close();
        assertThat(there.awaitReadable(Duration.ofSeconds(5))).isTrue();
        assertThat(there.receive(buffer, false).isEnd()).isTrue();
        assertThatThrownBy(() -> there.send(bytes(1), List.of(), false))
                .isInstanceOfSatisfying(
                        SystemCallException.class, e -> assertThat(e.errno()).isEqualTo(Errno.EPIPE));
    }

    @Test
    void wakesAWaitingReceiverOnShutdown() throws InterruptedException {
        Thread waiter = Thread.ofPlatform().start(() -> there.receive(buffer, false));
        there.shutdown();
        assertThat(waiter.join(Duration.ofSeconds(5))).isTrue();
        there.shutdown();
        assertThat(there.receive(buffer, false).isEnd()).isTrue();
    }

    @Test
    void sendsNothingWhenADescriptorIsClosed() {
        try (OwnedFd open = Memfd.create("open", 0)) {
            OwnedFd closed = open.dup();
            closed.close();
            assertThatThrownBy(() -> here.send(bytes(1), List.of(open, closed), false))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(there.receive(buffer, true).wouldBlock()).isTrue();
        }
    }

    private static ByteBuffer bytes(int count) {
        return ByteBuffer.allocate(count);
    }
}
