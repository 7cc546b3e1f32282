package org.vitrine.gpu.vulkan;

import static org.lwjgl.system.MemoryStack.stackPush;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.vulkan.EXTPhysicalDeviceDrm;
import org.lwjgl.vulkan.KHRDriverProperties;
import org.lwjgl.vulkan.VK11;
import org.lwjgl.vulkan.VkPhysicalDevice;
import org.lwjgl.vulkan.VkPhysicalDeviceDriverProperties;
import org.lwjgl.vulkan.VkPhysicalDeviceDrmPropertiesEXT;
import org.lwjgl.vulkan.VkPhysicalDeviceProperties2;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;

/** Describes a device of this machine; valid while its instance is open. Immutable. */
public final class VulkanPhysicalDevice {
    static final Comparator<VulkanPhysicalDevice> FASTEST_FIRST = Comparator.comparing(VulkanPhysicalDevice::kind);

    private final VkPhysicalDevice handle;
    private final String name;
    private final String driver;
    private final DeviceKind kind;
    private final int apiVersion;
    private final Set<VulkanExtension> extensions;
    private final Optional<String> renderNode;

    private VulkanPhysicalDevice(
            VkPhysicalDevice handle,
            VkPhysicalDeviceProperties2 properties,
            String driver,
            Optional<String> renderNode,
            Set<String> extensions) {
        this.handle = handle;
        this.name = properties.properties().deviceNameString();
        this.driver = driver;
        this.kind = DeviceKind.of(properties.properties().deviceType());
        this.apiVersion = properties.properties().apiVersion();
        this.renderNode = renderNode;
        this.extensions = VulkanExtension.among(extensions);
    }

    static VulkanPhysicalDevice of(VkPhysicalDevice handle) {
        Set<String> extensions = DeviceQueries.extensions(handle);
        try (MemoryStack stack = stackPush()) {
            VkPhysicalDeviceProperties2 properties =
                    VkPhysicalDeviceProperties2.calloc(stack).sType$Default();
            VkPhysicalDeviceDriverProperties driver =
                    VkPhysicalDeviceDriverProperties.calloc(stack).sType$Default();
            VkPhysicalDeviceDrmPropertiesEXT nodes =
                    VkPhysicalDeviceDrmPropertiesEXT.calloc(stack).sType$Default();
            boolean hasDriver = extensions.contains(KHRDriverProperties.VK_KHR_DRIVER_PROPERTIES_EXTENSION_NAME);
            if (hasDriver) {
                properties.pNext(driver);
            }
            if (extensions.contains(EXTPhysicalDeviceDrm.VK_EXT_PHYSICAL_DEVICE_DRM_EXTENSION_NAME)) {
                properties.pNext(nodes);
            }
            VK11.vkGetPhysicalDeviceProperties2(handle, properties);
            String text = hasDriver ? driver.driverNameString() + ", " + driver.driverInfoString() : "unknown driver";
            Optional<String> renderNode =
                    nodes.hasRender() ? Optional.of("/dev/dri/renderD" + nodes.renderMinor()) : Optional.empty();
            return new VulkanPhysicalDevice(handle, properties, text, renderNode, extensions);
        }
    }

    /** Returns what the driver calls the device, such as {@code llvmpipe (LLVM 15.0.6, 128 bits)}. */
    public String name() {
        return name;
    }

    /** Returns the driver's name and version, such as {@code llvmpipe, Mesa 25.0.7}. */
    public String driver() {
        return driver;
    }

    /** Returns what it is. */
    public DeviceKind kind() {
        return kind;
    }

    /** Returns the device node that the driver works on; nothing for software, or if the driver doesn't say. */
    public Optional<String> renderNode() {
        return renderNode;
    }

    /** Returns those of the extensions of interest that it has. */
    public Set<VulkanExtension> extensions() {
        return extensions;
    }

    /** Returns the extensions for want of which it can't share images. */
    public Set<VulkanExtension> missingExtensions() {
        return VulkanExtension.missingFrom(extensions);
    }

    /**
     * Opens the device.
     *
     * @return owned by the caller
     * @throws VitrineException NOT_SUPPORTED if it lacks an extension, which is named; or the driver's error
     */
    public VulkanDevice open() {
        VulkanExtension.requireAll(toString(), extensions);
        if (apiVersion < VK11.VK_API_VERSION_1_1) {
            throw new VitrineException(
                    ErrorName.NOT_SUPPORTED,
                    "The Vulkan device " + this + " knows Vulkan 1.0 only: use a newer driver (1.1 or later)");
        }
        return VulkanDevice.open(this, handle);
    }

    @Override
    public String toString() {
        return name + " (" + driver + ")";
    }
}
