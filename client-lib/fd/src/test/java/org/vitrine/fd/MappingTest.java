package org.vitrine.fd;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LeakCheck.class)
class MappingTest {
    @Test
    void isReadOnlyInJavaToo() {
        try (OwnedFd fd = Memfd.create("mapped", 16);
                ReadOnlyMapping mapping = Mapping.readOnly(fd, 16)) {
            MemorySegment segment = mapping.segment();
            assertThat(segment.byteSize()).isEqualTo(16);
            assertThatThrownBy(() -> segment.set(JAVA_BYTE, 0, (byte) 1)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void outlivesItsDescriptorAndIsGoneWhenClosed() throws IOException {
        MemorySegment segment;
        OwnedFd fd = Memfd.create("vitrine-mapping-test", 4096);
        try (ReadWriteMapping mapping = Mapping.readWrite(fd, 4096)) {
            fd.close();
            segment = mapping.segment();
            segment.set(JAVA_BYTE, 0, (byte) 1);
            assertThat(Files.readString(Path.of("/proc/self/maps"))).contains("vitrine-mapping-test");
        }
        assertThatThrownBy(() -> segment.get(JAVA_BYTE, 0)).isInstanceOf(IllegalStateException.class);
        assertThat(Files.readString(Path.of("/proc/self/maps"))).doesNotContain("vitrine-mapping-test");
    }

    @Test
    void refusesWhatCanNotBeMapped() {
        try (OwnedFd pipe = RawCalls.pipeEnd(true)) {
            assertThatThrownBy(() -> Mapping.readOnly(pipe, 1)).hasMessage("mmap: ENODEV");
            assertThatThrownBy(() -> Mapping.readOnly(pipe, 0)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void doesNotBracketAccessToWhatIsNoDmaBuf() {
        try (OwnedFd fd = Memfd.create("no dma-buf", 1)) {
            assertThatThrownBy(() -> DmaBuf.read(fd).close()).hasMessage("ioctl: ENOTTY");
        }
    }
}
