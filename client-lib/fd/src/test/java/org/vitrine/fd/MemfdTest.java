package org.vitrine.fd;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LeakCheck.class)
class MemfdTest {
    private static final int SIZE_BYTES = 8192;
    private static final int O_RDWR = 2;
    private static final int PUNCH_HOLE_KEEP_SIZE = 0x3;
    private static final int RACES = 2000;

    @Test
    void keepsTheProducersMappingWritableAfterSealing() {
        try (OwnedFd fd = Memfd.create("frame", SIZE_BYTES);
                ReadWriteMapping producer = Mapping.readWrite(fd, SIZE_BYTES)) {
            Memfd.sealForSharing(fd);
            try (ReadOnlyMapping consumer = Mapping.readOnly(fd, SIZE_BYTES)) {
                producer.segment().set(JAVA_BYTE, SIZE_BYTES - 1, (byte) 7);
                assertThat(consumer.segment().get(JAVA_BYTE, SIZE_BYTES - 1)).isEqualTo((byte) 7);
            }
        }
    }

    @Test
    void letsNobodyChangeWhatWasSealedForSharing() {
        try (OwnedFd fd = Memfd.create("frame", SIZE_BYTES)) {
            Memfd.sealForSharing(fd);
            assertEverythingIsRefused(fd);
            try (OwnedFd readOnly = RawCalls.reopen(fd, 0);
                    OwnedFd writable = RawCalls.reopen(readOnly, O_RDWR)) {
                assertEverythingIsRefused(writable);
            }
            assertThat(FileStatus.of(fd).sizeBytes()).isEqualTo(SIZE_BYTES);
        }
    }

    @Test
    void neverShrinksOnceInspectedAsSealedHoweverTheRaceGoes() throws InterruptedException {
        for (int i = 0; i < RACES; i++) {
            try (OwnedFd fd = Memfd.create("race", SIZE_BYTES)) {
                BorrowedFd borrowed = fd.borrow();
                Thread attacker = Thread.ofVirtual().start(() -> truncate(borrowed, 1));
                Memfd.addSeals(fd, Set.of(Seal.SHRINK));
                if (FdInspector.inspect(fd) instanceof SealedMemfd sealed) {
                    attacker.join();
                    truncate(fd, 0);
                    assertThat(FileStatus.of(fd).sizeBytes()).isEqualTo(sealed.sizeBytes());
                } else {
                    throw new AssertionError("not sealed");
                }
            }
        }
    }

    @Test
    void saysWhichCallFailedAndHow() {
        assertThatThrownBy(() -> Memfd.create("n".repeat(300), 1))
                .isInstanceOfSatisfying(
                        SystemCallException.class, e -> assertThat(e.errno()).isEqualTo(Errno.EINVAL))
                .hasMessage("memfd_create: EINVAL");
        assertThatThrownBy(() -> Memfd.create("negative", -1)).isInstanceOf(IllegalArgumentException.class);
        try (OwnedFd pipe = RawCalls.pipeEnd(true)) {
            assertThatThrownBy(() -> Memfd.seals(pipe)).hasMessage("fcntl: EINVAL");
        }
    }

    @Test
    void refusesTheWriteSealWhileAWritableMappingExists() {
        try (OwnedFd fd = Memfd.create("mapped", SIZE_BYTES)) {
            try (ReadWriteMapping mapping = Mapping.readWrite(fd, SIZE_BYTES)) {
                assertThat(mapping.segment().byteSize()).isEqualTo(SIZE_BYTES);
                assertThatThrownBy(() -> Memfd.addSeals(fd, Set.of(Seal.WRITE))).hasMessage("fcntl: EBUSY");
            }
            Memfd.addSeals(fd, Set.of(Seal.WRITE));
            assertThat(Memfd.seals(fd)).contains(Seal.WRITE);
        }
    }

    private static void assertEverythingIsRefused(Fd fd) {
        int eperm = -Errno.EPERM.value();
        int number = RawFds.numberOf(fd);
        assertThat(truncate(fd, 0)).as("shrink").isEqualTo(eperm);
        assertThat(truncate(fd, SIZE_BYTES + 1L)).as("grow").isEqualTo(eperm);
        assertThat(RawCalls.call("fallocate", number, PUNCH_HOLE_KEEP_SIZE, 0L, 4096L))
                .as("punch")
                .isEqualTo(eperm);
        try (Arena arena = Arena.ofConfined()) {
            assertThat(RawCalls.call("pwrite", number, arena.allocate(8), 8L, 0L))
                    .as("write")
                    .isEqualTo(eperm);
        }
        assertThatThrownBy(() -> Memfd.addSeals(fd, Set.of(Seal.WRITE))).hasMessage("fcntl: EPERM");
        assertThatThrownBy(() -> Mapping.readWrite(fd, SIZE_BYTES)).hasMessage("mmap: EPERM");
    }

    private static int truncate(Fd fd, long sizeBytes) {
        return Descriptor.call(fd, number -> MemoryCalls.ftruncate(number, sizeBytes));
    }
}
