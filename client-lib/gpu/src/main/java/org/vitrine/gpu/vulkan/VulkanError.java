package org.vitrine.gpu.vulkan;

import java.util.Arrays;
import java.util.Optional;
import org.lwjgl.vulkan.EXTImageDrmFormatModifier;
import org.lwjgl.vulkan.KHRGlobalPriority;
import org.lwjgl.vulkan.VK10;
import org.lwjgl.vulkan.VK11;
import org.lwjgl.vulkan.VK12;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;

/** Names the errors of Vulkan that can come from what this package calls. Source: {@code vulkan_core.h}. */
enum VulkanError {
    OUT_OF_HOST_MEMORY(VK10.VK_ERROR_OUT_OF_HOST_MEMORY, ErrorName.LIMITS_EXCEEDED, "free some memory"),
    OUT_OF_DEVICE_MEMORY(
            VK10.VK_ERROR_OUT_OF_DEVICE_MEMORY,
            ErrorName.LIMITS_EXCEEDED,
            "close images, or make them smaller; software drivers need /dev/udmabuf to be usable"),
    INITIALIZATION_FAILED(
            VK10.VK_ERROR_INITIALIZATION_FAILED,
            ErrorName.NOT_SUPPORTED,
            "check that the user may open the devices in /dev/dri"),
    DEVICE_LOST(VK10.VK_ERROR_DEVICE_LOST, ErrorName.FAILED, "close the device and open it again"),
    MEMORY_MAP_FAILED(
            VK10.VK_ERROR_MEMORY_MAP_FAILED,
            ErrorName.NOT_SUPPORTED,
            "let the GPU copy the image instead of mapping it"),
    LAYER_NOT_PRESENT(VK10.VK_ERROR_LAYER_NOT_PRESENT, ErrorName.NOT_SUPPORTED, "unset VK_INSTANCE_LAYERS"),
    EXTENSION_NOT_PRESENT(
            VK10.VK_ERROR_EXTENSION_NOT_PRESENT, ErrorName.NOT_SUPPORTED, "use a newer driver, or another device"),
    FEATURE_NOT_PRESENT(
            VK10.VK_ERROR_FEATURE_NOT_PRESENT, ErrorName.NOT_SUPPORTED, "use a newer driver, or another device"),
    INCOMPATIBLE_DRIVER(
            VK10.VK_ERROR_INCOMPATIBLE_DRIVER,
            ErrorName.NOT_SUPPORTED,
            "no driver was found: install mesa-vulkan-drivers, and check VK_DRIVER_FILES if it is set"),
    TOO_MANY_OBJECTS(VK10.VK_ERROR_TOO_MANY_OBJECTS, ErrorName.LIMITS_EXCEEDED, "close images"),
    FORMAT_NOT_SUPPORTED(
            VK10.VK_ERROR_FORMAT_NOT_SUPPORTED,
            ErrorName.NOT_SUPPORTED,
            "choose one of the formats and modifiers that the device lists"),
    FRAGMENTED_POOL(VK10.VK_ERROR_FRAGMENTED_POOL, ErrorName.LIMITS_EXCEEDED, "close the device and open it again"),
    UNKNOWN(VK10.VK_ERROR_UNKNOWN, ErrorName.FAILED, "look for the driver's message on the standard error output"),
    OUT_OF_POOL_MEMORY(VK11.VK_ERROR_OUT_OF_POOL_MEMORY, ErrorName.LIMITS_EXCEEDED, "close images"),
    INVALID_EXTERNAL_HANDLE(
            VK11.VK_ERROR_INVALID_EXTERNAL_HANDLE,
            ErrorName.INVALID_DESCRIPTOR,
            "the driver can't use this dma-buf: ask the producer for LINEAR, or import it on the GPU that made it"),
    FRAGMENTATION(VK12.VK_ERROR_FRAGMENTATION, ErrorName.LIMITS_EXCEEDED, "close images"),
    INVALID_DRM_FORMAT_MODIFIER_PLANE_LAYOUT_EXT(
            EXTImageDrmFormatModifier.VK_ERROR_INVALID_DRM_FORMAT_MODIFIER_PLANE_LAYOUT_EXT,
            ErrorName.INVALID_LAYOUT,
            "offsets and strides don't suit this device: ask the producer for rows padded to 256 bytes"),
    NOT_PERMITTED(KHRGlobalPriority.VK_ERROR_NOT_PERMITTED_KHR, ErrorName.NOT_ALLOWED, "ask the administrator");

    private final int value;
    private final ErrorName name;
    private final String advice;

    VulkanError(int value, ErrorName name, String advice) {
        this.value = value;
        this.name = name;
        this.advice = advice;
    }

    static Optional<VulkanError> of(int result) {
        return Arrays.stream(values()).filter(error -> error.value == result).findFirst();
    }

    /**
     * Returns a result that is no error: {@code VK_SUCCESS}, or a positive one such as {@code VK_INCOMPLETE}.
     *
     * @throws VitrineException for every negative one
     */
    static int check(String call, int result) {
        if (result < 0) {
            throw exception(call, result);
        }
        return result;
    }

    private static VitrineException exception(String call, int result) {
        return of(result)
                .map(error -> new VitrineException(error.name, call + " gave VK_ERROR_" + error + ": " + error.advice))
                .orElseGet(() -> new VitrineException(
                        ErrorName.FAILED, call + " gave the unknown result " + result + ": use a newer Vitrine"));
    }
}
