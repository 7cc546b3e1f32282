package org.vitrine.gpu.vulkan;

import static org.lwjgl.system.MemoryStack.stackPush;
import static org.lwjgl.vulkan.VK10.VK_ACCESS_HOST_READ_BIT;
import static org.lwjgl.vulkan.VK10.VK_ACCESS_TRANSFER_WRITE_BIT;
import static org.lwjgl.vulkan.VK10.VK_IMAGE_ASPECT_COLOR_BIT;
import static org.lwjgl.vulkan.VK10.VK_IMAGE_LAYOUT_GENERAL;
import static org.lwjgl.vulkan.VK10.VK_PIPELINE_STAGE_HOST_BIT;
import static org.lwjgl.vulkan.VK10.VK_PIPELINE_STAGE_TRANSFER_BIT;
import static org.lwjgl.vulkan.VK10.vkCmdCopyBufferToImage;
import static org.lwjgl.vulkan.VK10.vkCmdCopyImageToBuffer;
import static org.lwjgl.vulkan.VK10.vkCmdPipelineBarrier;
import static org.lwjgl.vulkan.VK11.VK_IMAGE_ASPECT_PLANE_0_BIT;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.vulkan.VkBufferImageCopy;
import org.lwjgl.vulkan.VkCommandBuffer;
import org.lwjgl.vulkan.VkMemoryBarrier;
import org.vitrine.api.image.Buffer;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.api.image.FormatTable;
import org.vitrine.api.image.PixelLayout;
import org.vitrine.api.image.Plane;
import org.vitrine.api.image.PlaneLayout;
import org.vitrine.client.BufferSpec;
import org.vitrine.client.LinearLayout;
import org.vitrine.client.PixelPlane;
import org.vitrine.client.Pixels;

/**
 * Copies between an image and host memory, where its planes lie one after the other with rows that aren't padded.
 *
 * @param layout where the planes lie in host memory
 */
record PictureCopy(LinearLayout layout) {
    static PictureCopy of(Buffer<?> buffer) {
        DrmFormat linear = DrmFormat.linear(buffer.format().fourCc());
        return new PictureCopy(LinearLayout.of(BufferSpec.of(buffer.widthPixels(), buffer.heightPixels(), linear), 1));
    }

    long sizeBytes() {
        return layout.sizeBytes();
    }

    void fromImage(VkCommandBuffer commands, long image, HostMemory to) {
        try (MemoryStack stack = stackPush()) {
            vkCmdCopyImageToBuffer(commands, image, VK_IMAGE_LAYOUT_GENERAL, to.buffer(), regions(stack));
            VkMemoryBarrier.Buffer seen = VkMemoryBarrier.calloc(1, stack);
            seen.get(0)
                    .sType$Default()
                    .srcAccessMask(VK_ACCESS_TRANSFER_WRITE_BIT)
                    .dstAccessMask(VK_ACCESS_HOST_READ_BIT);
            vkCmdPipelineBarrier(
                    commands, VK_PIPELINE_STAGE_TRANSFER_BIT, VK_PIPELINE_STAGE_HOST_BIT, 0, seen, null, null);
        }
    }

    void toImage(VkCommandBuffer commands, HostMemory from, long image) {
        try (MemoryStack stack = stackPush()) {
            vkCmdCopyBufferToImage(commands, from.buffer(), image, VK_IMAGE_LAYOUT_GENERAL, regions(stack));
        }
    }

    private VkBufferImageCopy.Buffer regions(MemoryStack stack) {
        PixelLayout pixels = pixelLayout();
        VkBufferImageCopy.Buffer regions = VkBufferImageCopy.calloc(pixels.planeCount(), stack);
        for (int i = 0; i < pixels.planeCount(); i++) {
            PlaneLayout plane = pixels.plane(i);
            int aspect = pixels.planeCount() == 1 ? VK_IMAGE_ASPECT_COLOR_BIT : VK_IMAGE_ASPECT_PLANE_0_BIT << i;
            VkBufferImageCopy region = regions.get(i);
            region.bufferOffset(layout.planes().get(i).offsetBytes());
            region.imageSubresource().aspectMask(aspect).layerCount(1);
            region.imageExtent()
                    .set(
                            layout.spec().widthPixels() / plane.horizontalSubsampling(),
                            layout.spec().heightPixels() / plane.verticalSubsampling(),
                            1);
        }
        return regions;
    }

    private PixelLayout pixelLayout() {
        return FormatTable.find(layout.spec().format().fourCc()).orElseThrow();
    }

    /** Shows the picture in a memory of {@link #sizeBytes()}. */
    Pixels in(MemorySegment memory) {
        BufferSpec spec = layout.spec();
        List<PixelPlane> planes = new ArrayList<>();
        for (int i = 0; i < layout.planes().size(); i++) {
            Plane<Long> plane = layout.planes().get(i);
            PlaneLayout pixels = pixelLayout().plane(i);
            planes.add(new PixelPlane(
                    memory.asSlice(
                            plane.offsetBytes(),
                            pixels.extentBytes(spec.widthPixels(), spec.heightPixels(), plane.strideBytes())),
                    plane.strideBytes(),
                    pixels.rowBytes(spec.widthPixels()),
                    pixels.blockRows(spec.heightPixels())));
        }
        return new Pixels(spec.widthPixels(), spec.heightPixels(), spec.format(), planes);
    }
}
