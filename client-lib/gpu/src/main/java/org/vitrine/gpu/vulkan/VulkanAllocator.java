package org.vitrine.gpu.vulkan;

import org.vitrine.client.BufferAllocator;
import org.vitrine.client.BufferSpec;

/**
 * Makes buffers in the memory of a Vulkan device, one dma-buf each, in any format that
 * {@link VulkanDevice#exportableFormats()} lists.
 *
 * <p>Consumers can draw into a dma-buf whatever {@link BufferSpec#writableByConsumers()} says: no seal keeps them from
 * it. Borrows the device, which is closed after the buffers. Safe for use by many threads.
 */
public final class VulkanAllocator implements BufferAllocator {
    private final VulkanDevice device;

    /** Allocates on a device, which stays the caller's. */
    public VulkanAllocator(VulkanDevice device) {
        this.device = device;
    }

    /**
     * Makes a buffer to draw into with {@link VulkanBuffer#image()}.
     *
     * @return owned by the caller
     */
    @Override
    public VulkanBuffer allocate(BufferSpec spec) {
        return new VulkanBuffer(ImageExport.of(device, spec), spec);
    }
}
