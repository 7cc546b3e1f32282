package org.vitrine.gpu.vulkan;

import static org.lwjgl.system.MemoryStack.stackPush;
import static org.lwjgl.vulkan.EXTExternalMemoryDmaBuf.VK_EXTERNAL_MEMORY_HANDLE_TYPE_DMA_BUF_BIT_EXT;
import static org.lwjgl.vulkan.EXTImageDrmFormatModifier.VK_IMAGE_ASPECT_MEMORY_PLANE_0_BIT_EXT;
import static org.lwjgl.vulkan.EXTImageDrmFormatModifier.VK_IMAGE_TILING_DRM_FORMAT_MODIFIER_EXT;
import static org.lwjgl.vulkan.EXTImageDrmFormatModifier.vkGetImageDrmFormatModifierPropertiesEXT;
import static org.lwjgl.vulkan.VK10.VK_IMAGE_LAYOUT_UNDEFINED;
import static org.lwjgl.vulkan.VK10.VK_IMAGE_TYPE_2D;
import static org.lwjgl.vulkan.VK10.VK_SAMPLE_COUNT_1_BIT;
import static org.lwjgl.vulkan.VK10.VK_SHARING_MODE_EXCLUSIVE;
import static org.lwjgl.vulkan.VK10.vkBindImageMemory;
import static org.lwjgl.vulkan.VK10.vkCreateImage;
import static org.lwjgl.vulkan.VK10.vkDestroyImage;
import static org.lwjgl.vulkan.VK10.vkGetImageMemoryRequirements;
import static org.lwjgl.vulkan.VK10.vkGetImageSubresourceLayout;

import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.vulkan.VkDevice;
import org.lwjgl.vulkan.VkExternalMemoryImageCreateInfo;
import org.lwjgl.vulkan.VkImageCreateInfo;
import org.lwjgl.vulkan.VkImageDrmFormatModifierExplicitCreateInfoEXT;
import org.lwjgl.vulkan.VkImageDrmFormatModifierListCreateInfoEXT;
import org.lwjgl.vulkan.VkImageDrmFormatModifierPropertiesEXT;
import org.lwjgl.vulkan.VkImageSubresource;
import org.lwjgl.vulkan.VkMemoryRequirements;
import org.lwjgl.vulkan.VkSubresourceLayout;
import org.vitrine.api.image.Buffer;
import org.vitrine.api.image.Modifier;
import org.vitrine.api.image.Plane;

/**
 * Holds a {@code VkImage} whose memory is to be a dma-buf. Not owned: whoever made it destroys it.
 *
 * @param device which it is of
 * @param image the {@code VkImage}
 */
record NativeImage(VkDevice device, long image) {
    /**
     * What memory an image takes.
     *
     * @param sizeBytes how much
     * @param typeBits a bit for each memory type that is allowed
     */
    record Needs(long sizeBytes, int typeBits) {}

    /** Makes one whose planes the driver places. */
    static NativeImage placedByDriver(VkDevice device, VulkanModifier modifier, int width, int height) {
        try (MemoryStack stack = stackPush()) {
            VkImageDrmFormatModifierListCreateInfoEXT list = VkImageDrmFormatModifierListCreateInfoEXT.calloc(stack)
                    .sType$Default()
                    .pDrmFormatModifiers(
                            stack.longs(modifier.format().modifier().bits()));
            return create(device, info(stack, modifier, width, height).pNext(list));
        }
    }

    /** Makes one whose planes lie where a buffer says. */
    static NativeImage placedAs(VkDevice device, VulkanModifier modifier, Buffer<?> buffer) {
        try (MemoryStack stack = stackPush()) {
            VkSubresourceLayout.Buffer planes =
                    VkSubresourceLayout.calloc(buffer.planes().size(), stack);
            for (int i = 0; i < planes.capacity(); i++) {
                Plane<?> plane = buffer.planes().get(i);
                planes.get(i).offset(plane.offsetBytes()).rowPitch(plane.strideBytes());
            }
            var explicit = VkImageDrmFormatModifierExplicitCreateInfoEXT.calloc(stack)
                    .sType$Default()
                    .drmFormatModifier(modifier.format().modifier().bits())
                    .pPlaneLayouts(planes);
            return create(
                    device,
                    info(stack, modifier, buffer.widthPixels(), buffer.heightPixels())
                            .pNext(explicit));
        }
    }

    private static VkImageCreateInfo info(MemoryStack stack, VulkanModifier modifier, int width, int height) {
        VkExternalMemoryImageCreateInfo external = VkExternalMemoryImageCreateInfo.calloc(stack)
                .sType$Default()
                .handleTypes(VK_EXTERNAL_MEMORY_HANDLE_TYPE_DMA_BUF_BIT_EXT);
        VkImageCreateInfo info = VkImageCreateInfo.calloc(stack)
                .sType$Default()
                .pNext(external)
                .imageType(VK_IMAGE_TYPE_2D)
                .format(modifier.vulkanFormat().value())
                .mipLevels(1)
                .arrayLayers(1)
                .samples(VK_SAMPLE_COUNT_1_BIT)
                .tiling(VK_IMAGE_TILING_DRM_FORMAT_MODIFIER_EXT)
                .usage(modifier.usage())
                .sharingMode(VK_SHARING_MODE_EXCLUSIVE)
                .initialLayout(VK_IMAGE_LAYOUT_UNDEFINED);
        info.extent().set(width, height, 1);
        return info;
    }

    private static NativeImage create(VkDevice device, VkImageCreateInfo info) {
        try (MemoryStack stack = stackPush()) {
            LongBuffer image = stack.mallocLong(1);
            VulkanError.check("vkCreateImage", vkCreateImage(device, info, null, image));
            return new NativeImage(device, image.get(0));
        }
    }

    Needs needs() {
        try (MemoryStack stack = stackPush()) {
            VkMemoryRequirements requirements = VkMemoryRequirements.calloc(stack);
            vkGetImageMemoryRequirements(device, image, requirements);
            return new Needs(requirements.size(), requirements.memoryTypeBits());
        }
    }

    void bind(long memory) {
        VulkanError.check("vkBindImageMemory", vkBindImageMemory(device, image, memory, 0));
    }

    Modifier modifier() {
        try (MemoryStack stack = stackPush()) {
            VkImageDrmFormatModifierPropertiesEXT properties =
                    VkImageDrmFormatModifierPropertiesEXT.calloc(stack).sType$Default();
            VulkanError.check(
                    "vkGetImageDrmFormatModifierPropertiesEXT",
                    vkGetImageDrmFormatModifierPropertiesEXT(device, image, properties));
            return new Modifier(properties.drmFormatModifier());
        }
    }

    /**
     * Asks where the driver placed the planes.
     *
     * @throws IllegalArgumentException if an offset or stride has more than 32 bits
     */
    <F> List<Plane<F>> planes(int count, F storage) {
        try (MemoryStack stack = stackPush()) {
            List<Plane<F>> planes = new ArrayList<>();
            VkImageSubresource plane = VkImageSubresource.calloc(stack);
            VkSubresourceLayout layout = VkSubresourceLayout.calloc(stack);
            for (int i = 0; i < count; i++) {
                plane.aspectMask(VK_IMAGE_ASPECT_MEMORY_PLANE_0_BIT_EXT << i);
                vkGetImageSubresourceLayout(device, image, plane, layout);
                planes.add(new Plane<>(storage, layout.offset(), layout.rowPitch()));
            }
            return planes;
        }
    }

    void destroy() {
        vkDestroyImage(device, image, null);
    }
}
