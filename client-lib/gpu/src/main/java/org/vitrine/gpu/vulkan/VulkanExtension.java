package org.vitrine.gpu.vulkan;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.lwjgl.vulkan.EXTExternalMemoryDmaBuf;
import org.lwjgl.vulkan.EXTImageDrmFormatModifier;
import org.lwjgl.vulkan.EXTQueueFamilyForeign;
import org.lwjgl.vulkan.KHRExternalMemoryFd;
import org.lwjgl.vulkan.KHRExternalSemaphoreFd;
import org.lwjgl.vulkan.KHRImageFormatList;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;

/** Names the extensions of a device that sharing images takes. */
public enum VulkanExtension {
    /** Memory goes in and out as descriptors. */
    EXTERNAL_MEMORY_FD(KHRExternalMemoryFd.VK_KHR_EXTERNAL_MEMORY_FD_EXTENSION_NAME, true),
    /** These descriptors are dma-bufs. */
    EXTERNAL_MEMORY_DMA_BUF(EXTExternalMemoryDmaBuf.VK_EXT_EXTERNAL_MEMORY_DMA_BUF_EXTENSION_NAME, true),
    /** {@link #IMAGE_DRM_FORMAT_MODIFIER} is built on it. */
    IMAGE_FORMAT_LIST(KHRImageFormatList.VK_KHR_IMAGE_FORMAT_LIST_EXTENSION_NAME, true),
    /** Images are laid out by DRM format modifiers, which both sides know. */
    IMAGE_DRM_FORMAT_MODIFIER(EXTImageDrmFormatModifier.VK_EXT_IMAGE_DRM_FORMAT_MODIFIER_EXTENSION_NAME, true),
    /** Images are handed to and from other devices and drivers. */
    QUEUE_FAMILY_FOREIGN(EXTQueueFamilyForeign.VK_EXT_QUEUE_FAMILY_FOREIGN_EXTENSION_NAME, true),
    /** The end of drawing goes in and out as a sync file; without it, callers wait. */
    EXTERNAL_SEMAPHORE_FD(KHRExternalSemaphoreFd.VK_KHR_EXTERNAL_SEMAPHORE_FD_EXTENSION_NAME, false);

    private final String vulkanName;
    private final boolean required;

    VulkanExtension(String vulkanName, boolean required) {
        this.vulkanName = vulkanName;
        this.required = required;
    }

    /** Returns the name that Vulkan uses, such as {@code VK_EXT_external_memory_dma_buf}. */
    public String vulkanName() {
        return vulkanName;
    }

    /** Tells whether a device can't be used without it. */
    public boolean isRequired() {
        return required;
    }

    /** Picks ours from what a device has. */
    static Set<VulkanExtension> among(Set<String> vulkanNames) {
        EnumSet<VulkanExtension> found = EnumSet.allOf(VulkanExtension.class);
        found.removeIf(extension -> !vulkanNames.contains(extension.vulkanName));
        return Collections.unmodifiableSet(found);
    }

    /** Returns the required ones that are not in a set. */
    static Set<VulkanExtension> missingFrom(Set<VulkanExtension> present) {
        return Arrays.stream(values())
                .filter(extension -> extension.required && !present.contains(extension))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(VulkanExtension.class)));
    }

    /**
     * Returns if nothing is missing.
     *
     * @throws VitrineException NOT_SUPPORTED naming what is missing
     */
    static void requireAll(String device, Set<VulkanExtension> present) {
        Set<VulkanExtension> missing = missingFrom(present);
        if (!missing.isEmpty()) {
            throw new VitrineException(
                    ErrorName.NOT_SUPPORTED,
                    "The Vulkan device " + device + " can't share images, it lacks "
                            + missing.stream().map(VulkanExtension::vulkanName).collect(Collectors.joining(", "))
                            + ". Use another device or a newer driver; Mesa's software driver has them since 25.0"
                            + " if /dev/udmabuf can be opened");
        }
    }
}
