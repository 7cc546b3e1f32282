package org.vitrine.gpu.vulkan;

import static org.lwjgl.system.MemoryStack.stackPush;
import static org.lwjgl.vulkan.EXTQueueFamilyForeign.VK_QUEUE_FAMILY_FOREIGN_EXT;
import static org.lwjgl.vulkan.VK10.VK_ACCESS_MEMORY_READ_BIT;
import static org.lwjgl.vulkan.VK10.VK_ACCESS_MEMORY_WRITE_BIT;
import static org.lwjgl.vulkan.VK10.VK_IMAGE_ASPECT_COLOR_BIT;
import static org.lwjgl.vulkan.VK10.VK_IMAGE_LAYOUT_GENERAL;
import static org.lwjgl.vulkan.VK10.VK_IMAGE_LAYOUT_UNDEFINED;
import static org.lwjgl.vulkan.VK10.VK_PIPELINE_STAGE_ALL_COMMANDS_BIT;
import static org.lwjgl.vulkan.VK10.VK_QUEUE_FAMILY_IGNORED;
import static org.lwjgl.vulkan.VK10.vkCmdPipelineBarrier;

import org.lwjgl.system.MemoryStack;
import org.lwjgl.vulkan.VkCommandBuffer;
import org.lwjgl.vulkan.VkImageMemoryBarrier;

/**
 * Takes an image over from other devices and processes, and gives it back.
 *
 * <p>Source: "Queue Family Ownership Transfer" in the Vulkan specification; {@code VK_QUEUE_FAMILY_FOREIGN_EXT} stands
 * for everyone who isn't this Vulkan device. The layout stays {@code GENERAL}, in which every use is allowed.
 *
 * @param image {@code VkImage}
 * @param queueFamily of the queue that does the work
 */
record Handover(long image, int queueFamily) {
    private static final int EVERYTHING = VK_ACCESS_MEMORY_READ_BIT | VK_ACCESS_MEMORY_WRITE_BIT;

    /** Gives a new image away for the first time; what it holds is undefined. */
    void giveNew(VkCommandBuffer commands) {
        put(commands, VK_IMAGE_LAYOUT_UNDEFINED, VK_QUEUE_FAMILY_IGNORED, VK_QUEUE_FAMILY_IGNORED);
        give(commands);
    }

    /** Takes the image over for any use, with what others left in it. */
    void take(VkCommandBuffer commands) {
        put(commands, VK_IMAGE_LAYOUT_GENERAL, VK_QUEUE_FAMILY_FOREIGN_EXT, queueFamily);
    }

    /** Gives the image back. */
    void give(VkCommandBuffer commands) {
        put(commands, VK_IMAGE_LAYOUT_GENERAL, queueFamily, VK_QUEUE_FAMILY_FOREIGN_EXT);
    }

    /** Access of the foreign side is ignored by the specification. */
    private void put(VkCommandBuffer commands, int oldLayout, int fromFamily, int toFamily) {
        try (MemoryStack stack = stackPush()) {
            VkImageMemoryBarrier.Buffer barrier = VkImageMemoryBarrier.calloc(1, stack);
            barrier.get(0)
                    .sType$Default()
                    .image(image)
                    .oldLayout(oldLayout)
                    .newLayout(VK_IMAGE_LAYOUT_GENERAL)
                    .srcQueueFamilyIndex(fromFamily)
                    .dstQueueFamilyIndex(toFamily)
                    .srcAccessMask(EVERYTHING)
                    .dstAccessMask(EVERYTHING)
                    .subresourceRange()
                    .aspectMask(VK_IMAGE_ASPECT_COLOR_BIT)
                    .levelCount(1)
                    .layerCount(1);
            int all = VK_PIPELINE_STAGE_ALL_COMMANDS_BIT;
            vkCmdPipelineBarrier(commands, all, all, 0, null, null, barrier);
        }
    }
}
