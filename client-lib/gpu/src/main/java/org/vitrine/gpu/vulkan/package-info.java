/**
 * Makes and imports images of Vulkan as dma-bufs.
 *
 * <p>{@link org.vitrine.gpu.vulkan.VulkanInstance} finds the devices, {@link org.vitrine.gpu.vulkan.VulkanDevice} says
 * which formats it can exchange, {@link org.vitrine.gpu.vulkan.VulkanAllocator} makes buffers for sharing and
 * {@link org.vitrine.gpu.vulkan.VulkanDevice#importBuffer} turns a received one into an image. Closed in the reverse
 * order: images, device, instance.
 *
 * <p>Between two calls every image belongs to {@code VK_QUEUE_FAMILY_FOREIGN_EXT} in {@code VK_IMAGE_LAYOUT_GENERAL},
 * ready for any other process or device; a call takes it from there and puts it back.
 */
@NullMarked
package org.vitrine.gpu.vulkan;

import org.jspecify.annotations.NullMarked;
