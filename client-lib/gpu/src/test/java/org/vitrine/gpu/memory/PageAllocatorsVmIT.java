package org.vitrine.gpu.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.api.image.FourCc;
import org.vitrine.client.AllocatedBuffer;
import org.vitrine.client.BufferAllocator;
import org.vitrine.client.BufferSpec;
import org.vitrine.client.PixelAccess;
import org.vitrine.client.PixelPlane;
import org.vitrine.fd.DmaBufFd;
import org.vitrine.fd.DmaHeap;
import org.vitrine.fd.LeakCheck;
import org.vitrine.fd.NeedsTestVm;
import org.vitrine.fd.Udmabuf;

@NeedsTestVm
@ExtendWith(LeakCheck.class)
class PageAllocatorsVmIT {
    @Test
    void udmabufsHoldPicturesOfOneAndOfSeveralPlanes() {
        assertHoldsPictures(new UdmabufAllocator(new Udmabuf()), "udmabuf");
    }

    @Test
    void heapsHoldPicturesOfOneAndOfSeveralPlanes() {
        assertHoldsPictures(new DmaHeapAllocator(DmaHeap.system()), "system");
    }

    @Test
    void saysWhyAUdmabufBeyondTheModulesLimitIsRefused() {
        BufferSpec large = BufferSpec.of(8192, 8192, DrmFormat.linear(FourCc.XRGB8888));
        assertThatExceptionOfType(VitrineException.class)
                .isThrownBy(() -> new UdmabufAllocator(new Udmabuf()).allocate(large))
                .satisfies(e -> assertThat(e.name()).isEqualTo(ErrorName.NOT_SUPPORTED))
                .withMessageContaining("size_limit_mb");
    }

    private static void assertHoldsPictures(BufferAllocator allocator, String exporterName) {
        for (String format : new String[] {"XRGB8888", "NV12", "YUV420"}) {
            BufferSpec spec = BufferSpec.of(641, 479, DrmFormat.linear(FourCc.ofName(format)));
            try (AllocatedBuffer buffer = allocator.allocate(spec)) {
                assertThat(buffer.storage())
                        .isInstanceOfSatisfying(
                                DmaBufFd.class,
                                it -> assertThat(it.exporterName()).isEqualTo(exporterName));
                drawAndReadBack(buffer);
            }
        }
    }

    private static void drawAndReadBack(AllocatedBuffer buffer) {
        try (PixelAccess drawing = buffer.beginDrawing()) {
            byte number = 1;
            for (PixelPlane plane : drawing.pixels().planes()) {
                plane.memory().fill(number++);
            }
        }
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
