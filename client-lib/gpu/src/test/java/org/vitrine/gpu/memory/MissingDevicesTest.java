package org.vitrine.gpu.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.api.image.FourCc;
import org.vitrine.client.BufferAllocator;
import org.vitrine.client.BufferSpec;
import org.vitrine.fd.DmaHeap;
import org.vitrine.fd.LeakCheck;
import org.vitrine.fd.Udmabuf;

@ExtendWith(LeakCheck.class)
class MissingDevicesTest {
    private static final BufferSpec SPEC = BufferSpec.of(64, 48, DrmFormat.linear(FourCc.XRGB8888));

    @TempDir
    private Path folder;

    @Test
    void anAllocatorWithoutItsDeviceSaysSoAndLeavesNothingOpen() {
        assertNotSupported(new UdmabufAllocator(new Udmabuf(folder.resolve("udmabuf"))));
        assertNotSupported(new DmaHeapAllocator(new DmaHeap(folder.resolve("system"))));
    }

    private static void assertNotSupported(BufferAllocator allocator) {
        assertThatExceptionOfType(VitrineException.class)
                .isThrownBy(() -> allocator.allocate(SPEC))
                .satisfies(e -> assertThat(e.name()).isEqualTo(ErrorName.NOT_SUPPORTED));
    }
}
