package org.vitrine.gpu.vulkan;

import org.lwjgl.vulkan.VK10;

/** Tells what a device is, the fastest first. Source: {@code VkPhysicalDeviceType}. */
public enum DeviceKind {
    /** A GPU with memory of its own. */
    DISCRETE,
    /** A GPU that shares the processor's memory. */
    INTEGRATED,
    /** A GPU that a virtual machine is lent. */
    VIRTUAL,
    /** Something else. */
    OTHER,
    /** Software. */
    PROCESSOR;

    static DeviceKind of(int vkPhysicalDeviceType) {
        return switch (vkPhysicalDeviceType) {
            case VK10.VK_PHYSICAL_DEVICE_TYPE_DISCRETE_GPU -> DISCRETE;
            case VK10.VK_PHYSICAL_DEVICE_TYPE_INTEGRATED_GPU -> INTEGRATED;
            case VK10.VK_PHYSICAL_DEVICE_TYPE_VIRTUAL_GPU -> VIRTUAL;
            case VK10.VK_PHYSICAL_DEVICE_TYPE_CPU -> PROCESSOR;
            default -> OTHER;
        };
    }
}
