package org.vitrine.gpu.vulkan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.Buffer;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.api.image.FourCc;
import org.vitrine.api.image.Modifier;
import org.vitrine.api.image.Plane;
import org.vitrine.fd.BorrowedFd;
import org.vitrine.fd.LeakCheck;
import org.vitrine.fd.Memfd;
import org.vitrine.fd.OwnedFd;

@ExtendWith(LeakCheck.class)
class ImageCheckTest {
    private static final DrmFormat LINEAR = DrmFormat.linear(FourCc.XRGB8888);
    private static final DrmFormat NV12 = DrmFormat.linear(FourCc.of("NV12"));
    private static final List<VulkanModifier> DEVICE = List.of(modifier(LINEAR, 1), modifier(NV12, 2));

    private static VulkanModifier modifier(DrmFormat format, int planes) {
        return new VulkanModifier(format, planes, 0, true, true, 4096, 2048);
    }

    @Test
    void findsWhatTheDeviceLists() {
        assertThat(ImageCheck.supported(DEVICE, LINEAR, 4096, 2048)).isEqualTo(DEVICE.getFirst());
        assertThat(ImageCheck.supported(DEVICE, NV12, 2, 2).memoryPlanes()).isEqualTo(2);
    }

    @Test
    void saysWhatTheDeviceHasInstead() {
        DrmFormat tiled = new DrmFormat(FourCc.XRGB8888, Modifier.parse("I915_X_TILED"));
        assertNotSupported(tiled, 8, 8, "use one of the modifiers [LINEAR]");
        assertNotSupported(new DrmFormat(FourCc.XRGB8888, Modifier.INVALID), 8, 8, "explicit");
        assertNotSupported(DrmFormat.linear(FourCc.ofName("RGB565")), 8, 8, "use another format");
        assertNotSupported(DrmFormat.linear(FourCc.of("NV21")), 8, 8, "Vulkan has no such format");
        assertNotSupported(LINEAR, 4097, 8, "4096 x 2048");
        assertNotSupported(LINEAR, 8, 2049, "4096 x 2048");
        assertNotSupported(NV12, 8, 7, "even");
        assertNotSupported(NV12, 7, 8, "even");
    }

    private static void assertNotSupported(DrmFormat format, int width, int height, String advice) {
        assertError(() -> ImageCheck.supported(DEVICE, format, width, height), ErrorName.NOT_SUPPORTED, advice);
    }

    @Test
    void refusesStorageThatIsNoDmaBuf() {
        try (OwnedFd memory = Memfd.create("no-dma-buf", 4096)) {
            Buffer<BorrowedFd> buffer = new Buffer<>(8, 8, LINEAR, List.of(new Plane<>(memory.borrow(), 0, 32)));
            assertError(() -> ImageCheck.storage(buffer, 1), ErrorName.INVALID_DESCRIPTOR, "no dma-buf");
            assertError(() -> ImageCheck.storage(buffer, 2), ErrorName.INVALID_LAYOUT, "has 2");
        }
    }

    private static void assertError(ThrowingCallable call, ErrorName name, String text) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        VitrineException.class, e -> assertThat(e.name()).isEqualTo(name))
                .hasMessageContaining(text);
    }
}
