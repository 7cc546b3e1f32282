package org.vitrine.gpu.vulkan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.api.image.FourCc;
import org.vitrine.client.BufferSpec;
import org.vitrine.fd.LeakCheck;
import org.vitrine.fd.NeedsTestVm;

@NeedsTestVm
@ExtendWith(LeakCheck.class)
class VulkanDeviceVmIT {
    @Test
    void findsADeviceThatSharesLinearImages() {
        try (OpenedDevice opened = OpenedDevice.best()) {
            VulkanDevice device = opened.device();
            DrmFormat linear = DrmFormat.linear(FourCc.XRGB8888);
            assertThat(device.exportableFormats()).contains(linear);
            assertThat(device.importableFormats()).contains(linear);
            assertThat(device.modifier(linear).orElseThrow().memoryPlanes()).isOne();
        }
    }

    @Test
    void staysOpenWhileAnImageIs() {
        try (OpenedDevice opened = OpenedDevice.best()) {
            VulkanAllocator allocator = new VulkanAllocator(opened.device());
            try (VulkanBuffer buffer = allocator.allocate(BufferSpec.of(8, 8, DrmFormat.linear(FourCc.XRGB8888)))) {
                assertThatThrownBy(opened.device()::close).isInstanceOf(IllegalStateException.class);
                assertThat(buffer.image().read().widthPixels()).isEqualTo(8);
            }
        }
    }

    @Test
    void refusesEverythingOnceClosed() {
        VulkanInstance instance = VulkanInstance.create();
        VulkanDevice device = instance.openBest();
        VulkanBuffer buffer =
                new VulkanAllocator(device).allocate(BufferSpec.of(8, 8, DrmFormat.linear(FourCc.XRGB8888)));
        VulkanImage image = buffer.image();
        buffer.close();
        assertThatThrownBy(image::read).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> image.clear(0, 0, 0, 0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(image::close).isInstanceOf(IllegalStateException.class);
        device.close();
        assertThatThrownBy(device::close).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() ->
                        new VulkanAllocator(device).allocate(BufferSpec.of(8, 8, DrmFormat.linear(FourCc.XRGB8888))))
                .isInstanceOf(IllegalStateException.class);
        instance.close();
        assertThatThrownBy(instance::close).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(instance::devices).isInstanceOf(IllegalStateException.class);
    }
}
