package org.vitrine.gpu.vulkan;

import static org.lwjgl.system.MemoryStack.stackPush;
import static org.lwjgl.vulkan.EXTExternalMemoryDmaBuf.VK_EXTERNAL_MEMORY_HANDLE_TYPE_DMA_BUF_BIT_EXT;
import static org.lwjgl.vulkan.KHRExternalMemoryFd.vkGetMemoryFdKHR;
import static org.lwjgl.vulkan.KHRExternalMemoryFd.vkGetMemoryFdPropertiesKHR;
import static org.lwjgl.vulkan.VK10.vkAllocateMemory;
import static org.lwjgl.vulkan.VK10.vkFreeMemory;

import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.OptionalInt;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.vulkan.VkDevice;
import org.lwjgl.vulkan.VkExportMemoryAllocateInfo;
import org.lwjgl.vulkan.VkImportMemoryFdInfoKHR;
import org.lwjgl.vulkan.VkMemoryAllocateInfo;
import org.lwjgl.vulkan.VkMemoryDedicatedAllocateInfo;
import org.lwjgl.vulkan.VkMemoryFdPropertiesKHR;
import org.lwjgl.vulkan.VkMemoryGetFdInfoKHR;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.fd.Fd;
import org.vitrine.fd.OwnedFd;
import org.vitrine.fd.RawFds;

/**
 * Holds the {@code VkDeviceMemory} of one image that is, or becomes, a dma-buf. Not owned: whoever made it frees it.
 *
 * @param device which it is of
 * @param memory the {@code VkDeviceMemory}
 */
record NativeMemory(VkDevice device, long memory) {
    /** Allocates memory that can be exported. */
    static NativeMemory exportable(NativeImage image, int wishedProperties) {
        NativeImage.Needs needs = image.needs();
        OptionalInt type =
                DeviceQueries.memoryType(image.device().getPhysicalDevice(), needs.typeBits(), wishedProperties);
        try (MemoryStack stack = stackPush()) {
            VkExportMemoryAllocateInfo export = VkExportMemoryAllocateInfo.calloc(stack)
                    .sType$Default()
                    .handleTypes(VK_EXTERNAL_MEMORY_HANDLE_TYPE_DMA_BUF_BIT_EXT);
            VkMemoryAllocateInfo info =
                    info(stack, image, needs.sizeBytes(), orNone(type)).pNext(export);
            return new NativeMemory(image.device(), allocate(stack, image.device(), info));
        }
    }

    /**
     * Imports a dma-buf.
     *
     * @param dmaBuf stays the caller's; the driver gets a duplicate
     */
    static NativeMemory imported(NativeImage image, Fd dmaBuf) {
        VkDevice device = image.device();
        NativeImage.Needs needs = image.needs();
        try (MemoryStack stack = stackPush();
                FdForDriver copy = FdForDriver.dupOf(dmaBuf)) {
            int types = needs.typeBits() & importTypes(stack, device, copy.number());
            int type = orNone(DeviceQueries.memoryType(device.getPhysicalDevice(), types, 0));
            VkImportMemoryFdInfoKHR fd = VkImportMemoryFdInfoKHR.calloc(stack)
                    .sType$Default()
                    .handleType(VK_EXTERNAL_MEMORY_HANDLE_TYPE_DMA_BUF_BIT_EXT)
                    .fd(copy.number());
            VkMemoryAllocateInfo info =
                    info(stack, image, needs.sizeBytes(), type).pNext(fd);
            long memory = allocate(stack, device, info);
            copy.taken();
            return new NativeMemory(device, memory);
        }
    }

    private static int importTypes(MemoryStack stack, VkDevice device, int number) {
        VkMemoryFdPropertiesKHR properties =
                VkMemoryFdPropertiesKHR.calloc(stack).sType$Default();
        VulkanError.check(
                "vkGetMemoryFdPropertiesKHR",
                vkGetMemoryFdPropertiesKHR(device, VK_EXTERNAL_MEMORY_HANDLE_TYPE_DMA_BUF_BIT_EXT, number, properties));
        return properties.memoryTypeBits();
    }

    private static int orNone(OptionalInt type) {
        return type.orElseThrow(() -> new VitrineException(
                ErrorName.NOT_SUPPORTED,
                "The Vulkan device has no memory that suits this image: try another modifier, LINEAR first,"
                        + " or the device that made the buffer"));
    }

    private static VkMemoryAllocateInfo info(MemoryStack stack, NativeImage image, long sizeBytes, int type) {
        VkMemoryDedicatedAllocateInfo dedicated =
                VkMemoryDedicatedAllocateInfo.calloc(stack).sType$Default().image(image.image());
        return VkMemoryAllocateInfo.calloc(stack)
                .sType$Default()
                .pNext(dedicated)
                .allocationSize(sizeBytes)
                .memoryTypeIndex(type);
    }

    private static long allocate(MemoryStack stack, VkDevice device, VkMemoryAllocateInfo info) {
        LongBuffer memory = stack.mallocLong(1);
        VulkanError.check("vkAllocateMemory", vkAllocateMemory(device, info, null, memory));
        return memory.get(0);
    }

    /**
     * Exports the memory.
     *
     * @return a dma-buf owned by the caller, close-on-exec
     */
    OwnedFd export() {
        try (MemoryStack stack = stackPush()) {
            VkMemoryGetFdInfoKHR info = VkMemoryGetFdInfoKHR.calloc(stack)
                    .sType$Default()
                    .memory(memory)
                    .handleType(VK_EXTERNAL_MEMORY_HANDLE_TYPE_DMA_BUF_BIT_EXT);
            IntBuffer fd = stack.ints(-1);
            VulkanError.check("vkGetMemoryFdKHR", vkGetMemoryFdKHR(device, info, fd));
            if (fd.get(0) < 0) {
                throw new VitrineException(
                        ErrorName.NOT_SUPPORTED, "The Vulkan driver exported no descriptor: use a newer driver");
            }
            // Vulkan doesn't promise close-on-exec; a duplicate has it for certain.
            try (OwnedFd exported = RawFds.adopt(fd.get(0))) {
                return exported.dup();
            }
        }
    }

    void free() {
        vkFreeMemory(device, memory, null);
    }
}
