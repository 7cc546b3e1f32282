package org.vitrine.gpu.drm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.api.image.FourCc;
import org.vitrine.client.AllocatedBuffer;
import org.vitrine.client.BufferSpec;
import org.vitrine.client.PixelAccess;
import org.vitrine.client.PixelPlane;
import org.vitrine.fd.LeakCheck;
import org.vitrine.fd.NeedsTestVm;

@NeedsTestVm
@ExtendWith(LeakCheck.class)
class DumbAllocatorVmIT {
    @ParameterizedTest
    @CsvSource({
        "virtio_gpu, XRGB8888",
        "virtio_gpu, RGB565",
        "virtio_gpu, NV12",
        "vgem, XRGB8888",
        "vgem, RGB565",
        "vgem, NV12",
        "vgem, YUV420"
    })
    void holdsPicturesThatOutliveTheDevice(String driver, String format) throws IOException {
        BufferSpec spec = BufferSpec.of(641, 479, DrmFormat.linear(FourCc.ofName(format)));
        AllocatedBuffer buffer;
        try (DrmDevice device = TestDevices.primary(driver)) {
            buffer = new DumbAllocator(device).allocate(spec);
        }
        long inode;
        try (buffer) {
            inode = TestDevices.inode(buffer.buffer().planes().getFirst().fd());
            fillPlanes(buffer);
            assertPlanesHoldWhatWasDrawn(buffer);
        }
        assertThat(TestDevices.exists(inode)).isFalse();
    }

    private static void fillPlanes(AllocatedBuffer buffer) {
        try (PixelAccess drawing = buffer.beginDrawing()) {
            byte number = 1;
            for (PixelPlane plane : drawing.pixels().planes()) {
                plane.memory().fill(number++);
            }
        }
    }

    private static void assertPlanesHoldWhatWasDrawn(AllocatedBuffer buffer) {
        try (PixelAccess reading = buffer.beginDrawing()) {
            byte number = 1;
            for (PixelPlane plane : reading.pixels().planes()) {
                long lastByte = plane.memory().byteSize() - 1;
                assertThat(plane.memory().get(ValueLayout.JAVA_BYTE, 0)).isEqualTo(number);
                assertThat(plane.memory().get(ValueLayout.JAVA_BYTE, lastByte)).isEqualTo(number++);
            }
        }
    }
}
