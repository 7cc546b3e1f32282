package org.vitrine.gpu.vulkan;

import static org.lwjgl.system.MemoryStack.stackPush;
import static org.lwjgl.vulkan.EXTQueueFamilyForeign.VK_QUEUE_FAMILY_FOREIGN_EXT;
import static org.lwjgl.vulkan.VK10.VK_ACCESS_TRANSFER_READ_BIT;
import static org.lwjgl.vulkan.VK10.VK_ACCESS_TRANSFER_WRITE_BIT;
import static org.lwjgl.vulkan.VK10.VK_IMAGE_ASPECT_COLOR_BIT;
import static org.lwjgl.vulkan.VK10.VK_IMAGE_LAYOUT_GENERAL;
import static org.lwjgl.vulkan.VK10.VK_IMAGE_LAYOUT_UNDEFINED;
import static org.lwjgl.vulkan.VK10.VK_PIPELINE_STAGE_BOTTOM_OF_PIPE_BIT;
import static org.lwjgl.vulkan.VK10.VK_PIPELINE_STAGE_TOP_OF_PIPE_BIT;
import static org.lwjgl.vulkan.VK10.VK_PIPELINE_STAGE_TRANSFER_BIT;
import static org.lwjgl.vulkan.VK10.VK_QUEUE_FAMILY_IGNORED;
import static org.lwjgl.vulkan.VK10.vkCmdPipelineBarrier;

import org.lwjgl.system.MemoryStack;
import org.lwjgl.vulkan.VkCommandBuffer;
import org.lwjgl.vulkan.VkImageMemoryBarrier;

/**
 * Takes an image over from other devices and processes, and gives it back.
 *
 * <p>Source: "Queue Family Ownership Transfer" in the Vulkan specification; {@code VK_QUEUE_FAMILY_FOREIGN_EXT} stands
 * for everyone who isn't this Vulkan device. The layout stays {@code GENERAL}, which copying may use too.
 *
 * @param image {@code VkImage}
 * @param queueFamily of the queue that does the work
 */
record Handover(long image, int queueFamily) {
    private static final int COPYING = VK_ACCESS_TRANSFER_READ_BIT | VK_ACCESS_TRANSFER_WRITE_BIT;

    /** Gives a new image away for the first time; what it holds is undefined. */
    void giveNew(VkCommandBuffer commands) {
        try (MemoryStack stack = stackPush()) {
            barrier(commands, stack).first(VK_IMAGE_LAYOUT_UNDEFINED, VK_QUEUE_FAMILY_IGNORED, VK_QUEUE_FAMILY_IGNORED);
        }
        give(commands);
    }

    /** Takes the image over for copying, with what others left in it. */
    void take(VkCommandBuffer commands) {
        try (MemoryStack stack = stackPush()) {
            barrier(commands, stack).first(VK_IMAGE_LAYOUT_GENERAL, VK_QUEUE_FAMILY_FOREIGN_EXT, queueFamily);
        }
    }

    /** Gives the image back after copying. */
    void give(VkCommandBuffer commands) {
        try (MemoryStack stack = stackPush()) {
            barrier(commands, stack).last(queueFamily, VK_QUEUE_FAMILY_FOREIGN_EXT);
        }
    }

    private Barrier barrier(VkCommandBuffer commands, MemoryStack stack) {
        VkImageMemoryBarrier.Buffer info = VkImageMemoryBarrier.calloc(1, stack);
        info.get(0).sType$Default().image(image).newLayout(VK_IMAGE_LAYOUT_GENERAL);
        info.get(0)
                .subresourceRange()
                .aspectMask(VK_IMAGE_ASPECT_COLOR_BIT)
                .levelCount(1)
                .layerCount(1);
        return new Barrier(commands, info);
    }

    /** A barrier before the first, or after the last use of the image in a piece of work. */
    private record Barrier(VkCommandBuffer commands, VkImageMemoryBarrier.Buffer info) {
        void first(int oldLayout, int fromFamily, int toFamily) {
            info.get(0)
                    .oldLayout(oldLayout)
                    .srcQueueFamilyIndex(fromFamily)
                    .dstQueueFamilyIndex(toFamily)
                    .dstAccessMask(COPYING);
            put(VK_PIPELINE_STAGE_TOP_OF_PIPE_BIT, VK_PIPELINE_STAGE_TRANSFER_BIT);
        }

        void last(int fromFamily, int toFamily) {
            info.get(0)
                    .oldLayout(VK_IMAGE_LAYOUT_GENERAL)
                    .srcQueueFamilyIndex(fromFamily)
                    .dstQueueFamilyIndex(toFamily)
                    .srcAccessMask(COPYING);
            put(VK_PIPELINE_STAGE_TRANSFER_BIT, VK_PIPELINE_STAGE_BOTTOM_OF_PIPE_BIT);
        }

        private void put(int before, int after) {
            vkCmdPipelineBarrier(commands, before, after, 0, null, null, info);
        }
    }
}
