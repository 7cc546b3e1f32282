package org.vitrine.gpu.vulkan;

import java.util.Objects;
import org.vitrine.api.image.DrmFormat;

/**
 * Says what a device can do with a format in an arrangement.
 *
 * @param format which
 * @param memoryPlanes how many planes the buffer has, compression data included: 1 to 4
 * @param usage what images of it are made for: {@code VkImageUsageFlags}, always copying in both directions
 * @param exportable whether buffers of it can be made for others
 * @param importable whether others' buffers can be used
 * @param maxWidthPixels the widest image
 * @param maxHeightPixels the highest image
 */
public record VulkanModifier(
        DrmFormat format,
        int memoryPlanes,
        int usage,
        boolean exportable,
        boolean importable,
        int maxWidthPixels,
        int maxHeightPixels) {
    public VulkanModifier {
        Objects.requireNonNull(format);
    }

    /** Returns the format of Vulkan. */
    VulkanFormat vulkanFormat() {
        return VulkanFormat.of(format.fourCc()).orElseThrow();
    }
}
