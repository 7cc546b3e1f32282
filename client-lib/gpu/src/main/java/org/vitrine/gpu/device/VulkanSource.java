package org.vitrine.gpu.device;

import java.util.List;
import org.vitrine.api.image.Buffer;
import org.vitrine.client.Pixels;
import org.vitrine.fd.BorrowedFd;
import org.vitrine.gpu.vulkan.VulkanAllocator;
import org.vitrine.gpu.vulkan.VulkanDevice;
import org.vitrine.gpu.vulkan.VulkanImage;
import org.vitrine.gpu.vulkan.VulkanInstance;
import org.vitrine.gpu.vulkan.VulkanPhysicalDevice;

/** Looks for the Vulkan devices that share images. */
final class VulkanSource {
    private VulkanSource() {}

    /** Looks as a {@link DeviceSource} does. */
    static void look(DeviceSearch search) {
        search.attempt(BufferSystem.VULKAN, () -> {
            VulkanInstance instance = VulkanInstance.create();
            search.closeLater(instance::close);
            List<VulkanPhysicalDevice> devices = instance.devices();
            if (devices.isEmpty()) {
                search.missing(BufferSystem.VULKAN, "The Vulkan drivers find no device");
            }
            devices.forEach(device -> search.attempt(BufferSystem.VULKAN, () -> add(search, device)));
        });
    }

    private static void add(DeviceSearch search, VulkanPhysicalDevice physical) {
        VulkanDevice device = physical.open();
        search.closeLater(device::close);
        search.found(new Exporter(
                BufferSystem.VULKAN,
                physical.renderNode(),
                physical.toString(),
                device.exportableFormats(),
                new VulkanAllocator(device)));
        search.found(new Importer(
                BufferSystem.VULKAN,
                physical.renderNode(),
                physical.toString(),
                device.importableFormats(),
                buffer -> read(device, buffer)));
    }

    private static Pixels read(VulkanDevice device, Buffer<BorrowedFd> buffer) {
        try (VulkanImage image = device.importBuffer(buffer)) {
            return image.read();
        }
    }
}
