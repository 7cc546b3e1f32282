package org.vitrine.gpu.vulkan;

import static org.lwjgl.system.MemoryStack.stackPush;
import static org.lwjgl.vulkan.VK10.VK_FORMAT_FEATURE_COLOR_ATTACHMENT_BIT;
import static org.lwjgl.vulkan.VK10.VK_FORMAT_FEATURE_SAMPLED_IMAGE_BIT;
import static org.lwjgl.vulkan.VK10.VK_IMAGE_TYPE_2D;
import static org.lwjgl.vulkan.VK10.VK_IMAGE_USAGE_COLOR_ATTACHMENT_BIT;
import static org.lwjgl.vulkan.VK10.VK_IMAGE_USAGE_SAMPLED_BIT;
import static org.lwjgl.vulkan.VK10.VK_IMAGE_USAGE_TRANSFER_DST_BIT;
import static org.lwjgl.vulkan.VK10.VK_IMAGE_USAGE_TRANSFER_SRC_BIT;
import static org.lwjgl.vulkan.VK10.VK_SHARING_MODE_EXCLUSIVE;
import static org.lwjgl.vulkan.VK11.VK_EXTERNAL_MEMORY_FEATURE_EXPORTABLE_BIT;
import static org.lwjgl.vulkan.VK11.VK_EXTERNAL_MEMORY_FEATURE_IMPORTABLE_BIT;
import static org.lwjgl.vulkan.VK11.VK_FORMAT_FEATURE_TRANSFER_DST_BIT;
import static org.lwjgl.vulkan.VK11.VK_FORMAT_FEATURE_TRANSFER_SRC_BIT;
import static org.lwjgl.vulkan.VK11.vkGetPhysicalDeviceFormatProperties2;
import static org.lwjgl.vulkan.VK11.vkGetPhysicalDeviceImageFormatProperties2;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;
import org.lwjgl.vulkan.EXTExternalMemoryDmaBuf;
import org.lwjgl.vulkan.EXTImageDrmFormatModifier;
import org.lwjgl.vulkan.VK10;
import org.lwjgl.vulkan.VkDrmFormatModifierPropertiesEXT;
import org.lwjgl.vulkan.VkDrmFormatModifierPropertiesListEXT;
import org.lwjgl.vulkan.VkExtent3D;
import org.lwjgl.vulkan.VkExternalImageFormatProperties;
import org.lwjgl.vulkan.VkFormatProperties2;
import org.lwjgl.vulkan.VkImageFormatProperties2;
import org.lwjgl.vulkan.VkPhysicalDevice;
import org.lwjgl.vulkan.VkPhysicalDeviceExternalImageFormatInfo;
import org.lwjgl.vulkan.VkPhysicalDeviceImageDrmFormatModifierInfoEXT;
import org.lwjgl.vulkan.VkPhysicalDeviceImageFormatInfo2;
import org.vitrine.api.image.Buffer;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.api.image.Modifier;

/** Asks a device which formats and modifiers it can share, and how. */
final class ModifierQueries {
    private static final int COPYING_FEATURES = VK_FORMAT_FEATURE_TRANSFER_SRC_BIT | VK_FORMAT_FEATURE_TRANSFER_DST_BIT;
    private static final int COPYING = VK_IMAGE_USAGE_TRANSFER_SRC_BIT | VK_IMAGE_USAGE_TRANSFER_DST_BIT;

    private ModifierQueries() {}

    static List<VulkanModifier> all(VkPhysicalDevice device) {
        return Stream.of(VulkanFormat.values())
                .flatMap(format -> of(device, format).stream())
                .toList();
    }

    private static List<VulkanModifier> of(VkPhysicalDevice device, VulkanFormat format) {
        try (MemoryStack stack = stackPush()) {
            VkDrmFormatModifierPropertiesListEXT list =
                    VkDrmFormatModifierPropertiesListEXT.calloc(stack).sType$Default();
            VkFormatProperties2 properties =
                    VkFormatProperties2.calloc(stack).sType$Default().pNext(list);
            vkGetPhysicalDeviceFormatProperties2(device, format.value(), properties);
            if (list.drmFormatModifierCount() == 0) {
                return List.of();
            }
            VkDrmFormatModifierPropertiesEXT.Buffer found = room(stack, list);
            vkGetPhysicalDeviceFormatProperties2(device, format.value(), properties);
            return found.stream()
                    .limit(list.drmFormatModifierCount())
                    .flatMap(modifier -> shareable(device, format, modifier))
                    .toList();
        }
    }

    /** Gives a list room for as many entries as it counts; LWJGL has no setter for what Vulkan fills. */
    private static VkDrmFormatModifierPropertiesEXT.Buffer room(
            MemoryStack stack, VkDrmFormatModifierPropertiesListEXT list) {
        var entries = new VkDrmFormatModifierPropertiesEXT.Buffer(stack.calloc(
                VkDrmFormatModifierPropertiesEXT.ALIGNOF,
                list.drmFormatModifierCount() * VkDrmFormatModifierPropertiesEXT.SIZEOF));
        MemoryUtil.memPutAddress(
                list.address() + VkDrmFormatModifierPropertiesListEXT.PDRMFORMATMODIFIERPROPERTIES, entries.address());
        return entries;
    }

    private static Stream<VulkanModifier> shareable(
            VkPhysicalDevice device, VulkanFormat format, VkDrmFormatModifierPropertiesEXT modifier) {
        int features = modifier.drmFormatModifierTilingFeatures();
        int planes = modifier.drmFormatModifierPlaneCount();
        if ((features & COPYING_FEATURES) != COPYING_FEATURES || planes < 1 || planes > Buffer.MAX_PLANES) {
            return Stream.empty();
        }
        List<VulkanModifier> answers = new ArrayList<>();
        // What can be drawn or sampled too comes first: some formats are there for copying only.
        for (int usage : List.of(usage(features), COPYING)) {
            Optional<Sharing> sharing = sharing(device, format, modifier.drmFormatModifier(), usage);
            if (sharing.isPresent()) {
                format.fourCcs()
                        .forEach(fourCc -> answers.add(sharing.get()
                                .toModifier(
                                        new DrmFormat(fourCc, new Modifier(modifier.drmFormatModifier())),
                                        planes,
                                        usage)));
                break;
            }
        }
        return answers.stream();
    }

    private static int usage(int features) {
        int usage = COPYING;
        if ((features & VK_FORMAT_FEATURE_SAMPLED_IMAGE_BIT) != 0) {
            usage |= VK_IMAGE_USAGE_SAMPLED_BIT;
        }
        if ((features & VK_FORMAT_FEATURE_COLOR_ATTACHMENT_BIT) != 0) {
            usage |= VK_IMAGE_USAGE_COLOR_ATTACHMENT_BIT;
        }
        return usage;
    }

    /** What Vulkan answers for a format, modifier and usage. */
    private record Sharing(boolean exportable, boolean importable, int maxWidth, int maxHeight) {
        VulkanModifier toModifier(DrmFormat format, int planes, int usage) {
            return new VulkanModifier(format, planes, usage, exportable, importable, maxWidth, maxHeight);
        }
    }

    private static Optional<Sharing> sharing(VkPhysicalDevice device, VulkanFormat format, long modifier, int usage) {
        try (MemoryStack stack = stackPush()) {
            VkExternalImageFormatProperties external =
                    VkExternalImageFormatProperties.calloc(stack).sType$Default();
            VkImageFormatProperties2 properties =
                    VkImageFormatProperties2.calloc(stack).sType$Default().pNext(external);
            int result = vkGetPhysicalDeviceImageFormatProperties2(
                    device, question(stack, format, modifier, usage), properties);
            if (result == VK10.VK_ERROR_FORMAT_NOT_SUPPORTED) {
                return Optional.empty();
            }
            VulkanError.check("vkGetPhysicalDeviceImageFormatProperties2", result);
            int features = external.externalMemoryProperties().externalMemoryFeatures();
            VkExtent3D max = properties.imageFormatProperties().maxExtent();
            return Optional.of(new Sharing(
                    (features & VK_EXTERNAL_MEMORY_FEATURE_EXPORTABLE_BIT) != 0,
                    (features & VK_EXTERNAL_MEMORY_FEATURE_IMPORTABLE_BIT) != 0,
                    max.width(),
                    max.height()));
        }
    }

    private static VkPhysicalDeviceImageFormatInfo2 question(
            MemoryStack stack, VulkanFormat format, long modifier, int usage) {
        var external = VkPhysicalDeviceExternalImageFormatInfo.calloc(stack)
                .sType$Default()
                .handleType(EXTExternalMemoryDmaBuf.VK_EXTERNAL_MEMORY_HANDLE_TYPE_DMA_BUF_BIT_EXT);
        var arrangement = VkPhysicalDeviceImageDrmFormatModifierInfoEXT.calloc(stack)
                .sType$Default()
                .drmFormatModifier(modifier)
                .sharingMode(VK_SHARING_MODE_EXCLUSIVE);
        return VkPhysicalDeviceImageFormatInfo2.calloc(stack)
                .sType$Default()
                .pNext(arrangement)
                .pNext(external)
                .format(format.value())
                .type(VK_IMAGE_TYPE_2D)
                .tiling(EXTImageDrmFormatModifier.VK_IMAGE_TILING_DRM_FORMAT_MODIFIER_EXT)
                .usage(usage);
    }
}
