package org.vitrine.fd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LeakCheck.class)
class OwnedFdTest {
    @Test
    void movesOwnershipWhenStolen() {
        OwnedFd thief;
        BorrowedFd borrowed;
        try (OwnedFd fd = Memfd.create("stolen", 0)) {
            borrowed = fd.borrow();
            thief = fd.steal();
            assertThat(fd.isOpen()).isFalse();
            assertThatThrownBy(fd::steal).isInstanceOf(IllegalStateException.class);
        }
        assertThat(borrowed.isOpen()).isTrue();
        thief.close();
        assertThat(borrowed.isOpen()).isFalse();
        assertThatThrownBy(borrowed::dup).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void staysOpenUntilTheCallThatUsesItReturns() throws InterruptedException {
        try (SocketPair pair = SocketPair.stream()) {
            MessageSocket socket = new MessageSocket(pair.one());
            int openBefore = FdLedger.openCount();
            Thread waiter = Thread.ofPlatform().start(() -> socket.receive(ByteBuffer.allocate(1), false));
            while (waiter.getState() != Thread.State.RUNNABLE || !isInRecvmsg(waiter)) {
                Thread.onSpinWait();
            }
            pair.one().close();
            assertThat(FdLedger.openCount()).isEqualTo(openBefore);
            pair.other().close();
            assertThat(waiter.join(Duration.ofSeconds(5))).isTrue();
            long deadlineNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
            while (FdLedger.openCount() > openBefore - 2 && System.nanoTime() < deadlineNanos) {
                Thread.onSpinWait();
            }
            assertThat(FdLedger.openCount()).isEqualTo(openBefore - 2);
        }
    }

    private static boolean isInRecvmsg(Thread thread) {
        for (StackTraceElement frame : thread.getStackTrace()) {
            if (frame.getMethodName().equals("recvmsg")) {
                return true;
            }
        }
        return false;
    }

    @Test
    void isNotInheritedByChildren() throws IOException {
        try (OwnedFd memfd = Memfd.create("vitrine-secret", 0);
                OwnedFd dup = memfd.dup();
                SocketPair pair = SocketPair.stream();
                OwnedFd directory = OpenFile.open("/proc/self/fd", Set.of());
                OwnedFd pidfd = Pidfd.open(1)) {
            new MessageSocket(pair.one()).send(ByteBuffer.allocate(1), List.of(memfd, directory), false);
            ReceivedChunk chunk = new MessageSocket(pair.other()).receive(ByteBuffer.allocate(1), false);
            try {
                assertThat(FdLedger.openCount()).isGreaterThanOrEqualTo(8);
                assertThat(childsDescriptors()).doesNotContain("vitrine-secret", "anon_inode", "socket:");
                assertThat(closeOnExec(dup)
                                && closeOnExec(pidfd)
                                && chunk.fds().stream().allMatch(OwnedFdTest::closeOnExec))
                        .isTrue();
            } finally {
                chunk.fds().forEach(OwnedFd::close);
            }
        }
    }

    private static boolean closeOnExec(Fd fd) {
        int number = RawFds.numberOf(fd);
        return DescriptorCalls.fcntl(number, 1, 0) == 1;
    }

    private static String childsDescriptors() throws IOException {
        Process child = new ProcessBuilder("ls", "-l", "/proc/self/fd")
                .redirectErrorStream(true)
                .start();
        try (var output = child.getInputStream()) {
            return new String(output.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
