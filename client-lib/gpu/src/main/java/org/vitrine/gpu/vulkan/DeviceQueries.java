package org.vitrine.gpu.vulkan;

import static org.lwjgl.system.MemoryStack.stackPush;
import static org.lwjgl.vulkan.VK10.VK_QUEUE_COMPUTE_BIT;
import static org.lwjgl.vulkan.VK10.VK_QUEUE_GRAPHICS_BIT;
import static org.lwjgl.vulkan.VK10.vkEnumerateDeviceExtensionProperties;
import static org.lwjgl.vulkan.VK10.vkGetPhysicalDeviceMemoryProperties;
import static org.lwjgl.vulkan.VK10.vkGetPhysicalDeviceQueueFamilyProperties;

import java.nio.IntBuffer;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.vulkan.VkExtensionProperties;
import org.lwjgl.vulkan.VkPhysicalDevice;
import org.lwjgl.vulkan.VkPhysicalDeviceMemoryProperties;
import org.lwjgl.vulkan.VkQueueFamilyProperties;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;

/** Asks a physical device what it has. */
final class DeviceQueries {
    private DeviceQueries() {}

    static Set<String> extensions(VkPhysicalDevice device) {
        try (MemoryStack stack = stackPush()) {
            IntBuffer count = stack.callocInt(1);
            String call = "vkEnumerateDeviceExtensionProperties";
            VulkanError.check(call, vkEnumerateDeviceExtensionProperties(device, (String) null, count, null));
            // A driver has hundreds of extensions: too many for the stack.
            try (VkExtensionProperties.Buffer found = VkExtensionProperties.calloc(Math.max(1, count.get(0)))) {
                VulkanError.check(call, vkEnumerateDeviceExtensionProperties(device, (String) null, count, found));
                return found.stream()
                        .limit(count.get(0))
                        .map(VkExtensionProperties::extensionNameString)
                        .collect(Collectors.toUnmodifiableSet());
            }
        }
    }

    /** Returns a queue family that draws, or at least computes: both copy images without limits of granularity. */
    static int queueFamily(VkPhysicalDevice device) {
        try (MemoryStack stack = stackPush()) {
            IntBuffer count = stack.callocInt(1);
            vkGetPhysicalDeviceQueueFamilyProperties(device, count, null);
            VkQueueFamilyProperties.Buffer families = VkQueueFamilyProperties.calloc(count.get(0), stack);
            vkGetPhysicalDeviceQueueFamilyProperties(device, count, families);
            OptionalInt drawing = firstWith(families, VK_QUEUE_GRAPHICS_BIT);
            return drawing.isPresent()
                    ? drawing.getAsInt()
                    : firstWith(families, VK_QUEUE_COMPUTE_BIT)
                            .orElseThrow(() -> new VitrineException(
                                    ErrorName.NOT_SUPPORTED,
                                    "The Vulkan device can't copy images: use another device"));
        }
    }

    private static OptionalInt firstWith(VkQueueFamilyProperties.Buffer families, int flag) {
        return IntStream.range(0, families.remaining())
                .filter(i -> (families.get(i).queueFlags() & flag) != 0)
                .findFirst();
    }

    /**
     * Returns the first memory type that is allowed and has the wished properties, else the first that is allowed.
     *
     * @param allowedTypes a bit for each type
     */
    static OptionalInt memoryType(VkPhysicalDevice device, int allowedTypes, int wishedProperties) {
        OptionalInt wished = memoryTypeWith(device, allowedTypes, wishedProperties);
        return wished.isPresent() ? wished : memoryTypeWith(device, allowedTypes, 0);
    }

    /** Returns the first memory type that is allowed and has the needed properties. */
    static OptionalInt memoryTypeWith(VkPhysicalDevice device, int allowedTypes, int neededProperties) {
        try (MemoryStack stack = stackPush()) {
            VkPhysicalDeviceMemoryProperties memory = VkPhysicalDeviceMemoryProperties.calloc(stack);
            vkGetPhysicalDeviceMemoryProperties(device, memory);
            return IntStream.range(0, memory.memoryTypeCount())
                    .filter(i -> (allowedTypes & (1 << i)) != 0)
                    .filter(i -> (memory.memoryTypes(i).propertyFlags() & neededProperties) == neededProperties)
                    .findFirst();
        }
    }
}
