package org.vitrine.gpu.vulkan;

import static org.lwjgl.system.MemoryStack.stackPush;
import static org.lwjgl.vulkan.VK10.VK_BUFFER_USAGE_TRANSFER_DST_BIT;
import static org.lwjgl.vulkan.VK10.VK_BUFFER_USAGE_TRANSFER_SRC_BIT;
import static org.lwjgl.vulkan.VK10.VK_MEMORY_PROPERTY_HOST_COHERENT_BIT;
import static org.lwjgl.vulkan.VK10.VK_MEMORY_PROPERTY_HOST_VISIBLE_BIT;
import static org.lwjgl.vulkan.VK10.VK_WHOLE_SIZE;
import static org.lwjgl.vulkan.VK10.vkAllocateMemory;
import static org.lwjgl.vulkan.VK10.vkBindBufferMemory;
import static org.lwjgl.vulkan.VK10.vkCreateBuffer;
import static org.lwjgl.vulkan.VK10.vkDestroyBuffer;
import static org.lwjgl.vulkan.VK10.vkFreeMemory;
import static org.lwjgl.vulkan.VK10.vkGetBufferMemoryRequirements;
import static org.lwjgl.vulkan.VK10.vkMapMemory;

import java.lang.foreign.MemorySegment;
import java.nio.LongBuffer;
import org.lwjgl.PointerBuffer;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.vulkan.VkBufferCreateInfo;
import org.lwjgl.vulkan.VkDevice;
import org.lwjgl.vulkan.VkMemoryAllocateInfo;
import org.lwjgl.vulkan.VkMemoryRequirements;

/** Holds memory that the device copies to and from, and the processor sees; until closed. */
@SuppressWarnings("restricted")
final class HostMemory implements AutoCloseable {
    private static final int SEEN_BY_BOTH = VK_MEMORY_PROPERTY_HOST_VISIBLE_BIT | VK_MEMORY_PROPERTY_HOST_COHERENT_BIT;

    private final Undo made;
    private final long buffer;
    private final MemorySegment segment;

    private HostMemory(Undo made, long buffer, MemorySegment segment) {
        this.made = made;
        this.buffer = buffer;
        this.segment = segment;
    }

    static HostMemory allocate(VkDevice device, long sizeBytes) {
        try (MemoryStack stack = stackPush();
                Undo undo = new Undo()) {
            long buffer = createBuffer(stack, device, sizeBytes);
            undo.add(() -> vkDestroyBuffer(device, buffer, null));
            long memory = allocateFor(stack, device, buffer);
            undo.add(() -> vkFreeMemory(device, memory, null));
            VulkanError.check("vkBindBufferMemory", vkBindBufferMemory(device, buffer, memory, 0));
            PointerBuffer address = stack.mallocPointer(1);
            VulkanError.check("vkMapMemory", vkMapMemory(device, memory, 0, VK_WHOLE_SIZE, 0, address));
            MemorySegment segment = MemorySegment.ofAddress(address.get(0)).reinterpret(sizeBytes);
            return new HostMemory(undo.move(), buffer, segment);
        }
    }

    private static long createBuffer(MemoryStack stack, VkDevice device, long sizeBytes) {
        VkBufferCreateInfo info = VkBufferCreateInfo.calloc(stack)
                .sType$Default()
                .size(sizeBytes)
                .usage(VK_BUFFER_USAGE_TRANSFER_SRC_BIT | VK_BUFFER_USAGE_TRANSFER_DST_BIT);
        LongBuffer buffer = stack.mallocLong(1);
        VulkanError.check("vkCreateBuffer", vkCreateBuffer(device, info, null, buffer));
        return buffer.get(0);
    }

    private static long allocateFor(MemoryStack stack, VkDevice device, long buffer) {
        VkMemoryRequirements needed = VkMemoryRequirements.calloc(stack);
        vkGetBufferMemoryRequirements(device, buffer, needed);
        // The specification promises such a type for every buffer that isn't external.
        int type = DeviceQueries.memoryTypeWith(device.getPhysicalDevice(), needed.memoryTypeBits(), SEEN_BY_BOTH)
                .orElseThrow();
        VkMemoryAllocateInfo info = VkMemoryAllocateInfo.calloc(stack)
                .sType$Default()
                .allocationSize(needed.size())
                .memoryTypeIndex(type);
        LongBuffer memory = stack.mallocLong(1);
        VulkanError.check("vkAllocateMemory", vkAllocateMemory(device, info, null, memory));
        return memory.get(0);
    }

    /** Returns the {@code VkBuffer}. */
    long buffer() {
        return buffer;
    }

    /** Returns the memory, gone when this is closed. */
    MemorySegment segment() {
        return segment;
    }

    @Override
    public void close() {
        made.close();
    }
}
