package org.vitrine.fd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(LeakCheck.class)
class FdInspectorTest {
    private static final int O_WRONLY = 1;
    private static final int MFD_HUGETLB = 4;
    private static final int TIMES = 100;

    static Stream<Arguments> zoo() {
        return Stream.of(
                creature("a memfd without sealing", FdKind.UNSEALABLE_MEMORY, () -> RawCalls.memfd("plain", 0)),
                creature("a tmpfs file", FdKind.UNSEALABLE_MEMORY, FdInspectorTest::tmpfsFile),
                creature("a hugetlb memfd", FdKind.HUGE_MEMORY, () -> RawCalls.memfd("huge", MFD_HUGETLB | 2)),
                creature("a sealed hugetlb memfd", FdKind.HUGE_MEMORY, FdInspectorTest::sealedHugeMemfd),
                creature("secret memory", FdKind.SECRET_MEMORY, RawCalls::secretMemory),
                creature("a memfd for writing only", FdKind.WRITE_ONLY, FdInspectorTest::writeOnlyMemfd),
                creature("a disk file", FdKind.FILE, () -> OpenFile.open("/etc/passwd", Set.of())),
                creature("a proc file", FdKind.FILE, () -> OpenFile.open("/proc/self/status", Set.of())),
                creature("a disk directory", FdKind.DIRECTORY, () -> OpenFile.open("/usr", Set.of())),
                creature("a proc directory", FdKind.DIRECTORY, () -> OpenFile.open("/proc/self", Set.of())),
                creature("/dev/zero", FdKind.DEVICE, () -> OpenFile.open("/dev/zero", Set.of())),
                creature("/dev/null", FdKind.DEVICE, () -> OpenFile.open("/dev/null", Set.of(OpenFlag.READ_WRITE))),
                creature("a memfd by O_PATH", FdKind.PATH_ONLY, FdInspectorTest::pathOfMemfd),
                creature("a symbolic link", FdKind.PATH_ONLY, FdInspectorTest::symbolicLink),
                creature("a pipe's reading end", FdKind.PIPE, () -> RawCalls.pipeEnd(true)),
                creature("a pipe's writing end", FdKind.WRITE_ONLY, () -> RawCalls.pipeEnd(false)),
                creature("a stream socket", FdKind.SOCKET, () -> oneOf(SocketPair.stream())),
                creature("a packet socket", FdKind.SOCKET, () -> oneOf(SocketPair.seqpacket())),
                creature("an eventfd", FdKind.EVENTFD, RawCalls::eventfd),
                creature("an epoll", FdKind.EPOLL, RawCalls::epoll),
                creature("a pidfd", FdKind.PIDFD, () -> Pidfd.open(ownPid())),
                creature("an inotify", FdKind.OTHER, RawCalls::inotify),
                creature("a timerfd", FdKind.OTHER, RawCalls::timerfd));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("zoo")
    void refusesByKind(String name, FdKind kind, Supplier<OwnedFd> source, TestReporter reporter) {
        Duration took = Duration.ZERO;
        for (int i = 0; i < TIMES; i++) {
            try (OwnedFd fd = skipIfThisKernelHasNone(source)) {
                long beforeNanos = System.nanoTime();
                InspectedFd found = FdInspector.inspect(fd);
                took = took.plusNanos(System.nanoTime() - beforeNanos);
                assertThat(found).as(name).isEqualTo(new RefusedFd(kind, kind.reason()));
            }
        }
        reporter.publishEntry(
                "mean time of an inspection", took.dividedBy(TIMES).toString());
    }

    @Test
    void acceptsAMemfdSealedForSharing() {
        try (OwnedFd fd = Memfd.create("memfd:\nexp_name: x", 12_345)) {
            Memfd.sealForSharing(fd);
            InspectedFd found = FdInspector.inspect(fd);
            assertThat(found).isInstanceOfSatisfying(SealedMemfd.class, memfd -> {
                assertThat(memfd.sizeBytes()).isEqualTo(12_345);
                assertThat(memfd.inode()).isEqualTo(FileStatus.of(fd).inode());
                assertThat(memfd.readOnlyEnforced()).isTrue();
            });
            try (OwnedFd readOnly = RawCalls.reopen(fd, 0)) {
                assertThat(FdInspector.inspect(readOnly)).isEqualTo(found);
                assertThat(AccessMode.of(readOnly)).isEqualTo(AccessMode.READ_ONLY);
            }
        }
    }

    @Test
    void promisesReadOnlyOnlyWithEverySealItTakes() {
        Set<Seal> needed = EnumSet.of(Seal.SHRINK, Seal.GROW, Seal.FUTURE_WRITE, Seal.SEAL);
        for (Seal missing : EnumSet.complementOf(EnumSet.of(Seal.SHRINK, Seal.WRITE, Seal.EXEC))) {
            try (OwnedFd fd = Memfd.create("almost", 1)) {
                Set<Seal> seals = EnumSet.copyOf(needed);
                seals.remove(missing);
                Memfd.addSeals(fd, seals);
                assertThat(FdInspector.inspect(fd))
                        .isInstanceOfSatisfying(
                                SealedMemfd.class,
                                memfd -> assertThat(memfd.readOnlyEnforced()).isFalse());
            }
        }
    }

    @Test
    void doesNotTrustTheSizeOfAMemfdThatMayShrink() {
        try (OwnedFd fd = Memfd.create("loose", Long.MAX_VALUE)) {
            Memfd.addSeals(fd, Set.of(Seal.GROW));
            assertThat(FdInspector.inspect(fd))
                    .isInstanceOfSatisfying(
                            OtherMemfd.class,
                            memfd -> assertThat(memfd.sizeBytes()).isEqualTo(Long.MAX_VALUE));
        }
    }

    @Test
    void saysSoWhenTheDescriptorIsClosed() {
        OwnedFd fd = Memfd.create("closed", 0);
        BorrowedFd borrowed = fd.borrow();
        fd.close();
        assertThatThrownBy(() -> FdInspector.inspect(borrowed)).isInstanceOf(IllegalStateException.class);
    }

    private static OwnedFd skipIfThisKernelHasNone(Supplier<OwnedFd> source) {
        try {
            return source.get();
        } catch (SystemCallException missing) {
            assumeTrue(false, missing.getMessage());
            throw missing;
        }
    }

    private static Arguments creature(String name, FdKind kind, Supplier<OwnedFd> source) {
        return arguments(name, kind, source);
    }

    private static OwnedFd tmpfsFile() {
        try {
            Path file = Files.createTempFile(Path.of("/dev/shm"), "vitrine", null);
            try {
                return OpenFile.open(file.toString(), Set.of(OpenFlag.READ_WRITE));
            } finally {
                Files.delete(file);
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static OwnedFd sealedHugeMemfd() {
        OwnedFd fd = RawCalls.memfd("huge", MFD_HUGETLB | MemoryCalls.MFD_ALLOW_SEALING);
        Memfd.sealForSharing(fd);
        return fd;
    }

    private static OwnedFd writeOnlyMemfd() {
        try (OwnedFd fd = Memfd.create("write-only", 1)) {
            return RawCalls.reopen(fd, O_WRONLY);
        }
    }

    private static OwnedFd pathOfMemfd() {
        try (OwnedFd fd = Memfd.create("path", 1)) {
            return RawCalls.reopen(fd, 0x20_0000);
        }
    }

    private static OwnedFd symbolicLink() {
        return OpenFile.open("/proc/self/exe", Set.of(OpenFlag.PATH, OpenFlag.NO_FOLLOW));
    }

    private static OwnedFd oneOf(SocketPair pair) {
        pair.other().close();
        return pair.one();
    }

    private static int ownPid() {
        return Math.toIntExact(ProcessHandle.current().pid());
    }
}
