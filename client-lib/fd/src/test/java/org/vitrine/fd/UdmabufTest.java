package org.vitrine.fd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;

@ExtendWith(LeakCheck.class)
class UdmabufTest {
    private static final long SIZE_BYTES = 8192;

    @TempDir
    private Path folder;

    @Test
    void saysHowToGetTheDeviceWhereItIsMissing() {
        Udmabuf missing = new Udmabuf(folder.resolve("udmabuf"));
        try (OwnedFd memfd = Memfd.create("pages", SIZE_BYTES)) {
            Memfd.addSeals(memfd, Set.of(Seal.SHRINK));
            assertFails(ErrorName.NOT_SUPPORTED, "module udmabuf", () -> missing.create(memfd, SIZE_BYTES));
        }
        assertFails(ErrorName.NOT_SUPPORTED, "module udmabuf", missing::check);
    }

    @Test
    void refusesAMemfdThatMayShrink() {
        try (OwnedFd memfd = Memfd.create("pages", SIZE_BYTES)) {
            assertFails(
                    ErrorName.UNSEALED_MEMORY, "F_SEAL_SHRINK", () -> new Udmabuf(folder).create(memfd, SIZE_BYTES));
        }
    }

    @Test
    void refusesWhatIsNoMemfdOrCantBeWritten() {
        try (OwnedFd pipe = RawCalls.pipeEnd(true);
                OwnedFd memfd = Memfd.create("pages", SIZE_BYTES)) {
            Memfd.sealForSharing(memfd);
            assertFails(ErrorName.INVALID_DESCRIPTOR, "memfd", () -> new Udmabuf(folder).create(pipe, SIZE_BYTES));
            assertFails(
                    ErrorName.INVALID_DESCRIPTOR,
                    "F_SEAL_FUTURE_WRITE",
                    () -> new Udmabuf(folder).create(memfd, SIZE_BYTES));
        }
    }

    private static void assertFails(ErrorName name, String words, ThrowingCallable call) {
        assertThatExceptionOfType(VitrineException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.name()).isEqualTo(name))
                .withMessageContaining(words);
    }
}
