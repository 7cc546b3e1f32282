package org.vitrine.gpu.vulkan;

import static org.lwjgl.system.MemoryStack.stackPush;
import static org.lwjgl.vulkan.VK10.vkCreateInstance;
import static org.lwjgl.vulkan.VK10.vkDestroyInstance;
import static org.lwjgl.vulkan.VK10.vkEnumeratePhysicalDevices;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.lwjgl.PointerBuffer;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.vulkan.VK11;
import org.lwjgl.vulkan.VkApplicationInfo;
import org.lwjgl.vulkan.VkInstance;
import org.lwjgl.vulkan.VkInstanceCreateInfo;
import org.lwjgl.vulkan.VkPhysicalDevice;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;

/**
 * Finds the Vulkan devices of this machine.
 *
 * <p>Which drivers are looked at is the Vulkan loader's matter: all that are installed, or those that
 * {@code VK_DRIVER_FILES} names. Close it after every device that came from it. Safe for use by many threads.
 */
public final class VulkanInstance implements AutoCloseable {
    private final VkInstance handle;
    private final AtomicBoolean closed = new AtomicBoolean();

    private VulkanInstance(VkInstance handle) {
        this.handle = handle;
    }

    /**
     * Loads Vulkan and its drivers. Blocks while drivers look for their devices.
     *
     * @return owned by the caller
     * @throws VitrineException NOT_SUPPORTED if Vulkan or every driver is missing, with what to install
     */
    public static VulkanInstance create() {
        VulkanLibrary.load();
        try (MemoryStack stack = stackPush()) {
            VkApplicationInfo application = VkApplicationInfo.calloc(stack)
                    .sType$Default()
                    .pEngineName(stack.UTF8("Vitrine"))
                    .apiVersion(VK11.VK_API_VERSION_1_1);
            VkInstanceCreateInfo info =
                    VkInstanceCreateInfo.calloc(stack).sType$Default().pApplicationInfo(application);
            PointerBuffer instance = stack.mallocPointer(1);
            VulkanError.check("vkCreateInstance", vkCreateInstance(info, null, instance));
            return new VulkanInstance(new VkInstance(instance.get(0), info));
        }
    }

    /** Returns all devices, also those that can't share images; valid until this object is closed. */
    public List<VulkanPhysicalDevice> devices() {
        requireOpen();
        try (MemoryStack stack = stackPush()) {
            IntBuffer count = stack.callocInt(1);
            VulkanError.check("vkEnumeratePhysicalDevices", vkEnumeratePhysicalDevices(handle, count, null));
            PointerBuffer found = stack.mallocPointer(count.get(0));
            VulkanError.check("vkEnumeratePhysicalDevices", vkEnumeratePhysicalDevices(handle, count, found));
            List<VulkanPhysicalDevice> devices = new ArrayList<>();
            for (int i = 0; i < count.get(0); i++) {
                devices.add(VulkanPhysicalDevice.of(new VkPhysicalDevice(found.get(i), handle)));
            }
            return devices;
        }
    }

    /**
     * Opens the best device that can share images: a real GPU rather than software.
     *
     * @return owned by the caller
     * @throws VitrineException NOT_SUPPORTED if there is none, with what each device lacks
     */
    public VulkanDevice openBest() {
        List<VulkanPhysicalDevice> devices = devices();
        return devices.stream()
                .filter(device -> device.missingExtensions().isEmpty())
                .min(VulkanPhysicalDevice.FASTEST_FIRST)
                .orElseThrow(() -> noneFits(devices))
                .open();
    }

    private static VitrineException noneFits(List<VulkanPhysicalDevice> devices) {
        String lacking = devices.stream()
                .map(device -> device + " lacks "
                        + device.missingExtensions().stream()
                                .map(VulkanExtension::vulkanName)
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
        return new VitrineException(
                ErrorName.NOT_SUPPORTED,
                "No Vulkan device can share images (" + (lacking.isEmpty() ? "there is none" : lacking)
                        + "): install the driver of your GPU or mesa-vulkan-drivers 25.0 or newer, let the user open"
                        + " /dev/dri and /dev/udmabuf, or use memory that is not a GPU's");
    }

    private void requireOpen() {
        if (closed.get()) {
            throw new IllegalStateException("The Vulkan instance is closed");
        }
    }

    /**
     * Unloads the drivers.
     *
     * @throws IllegalStateException if it is closed already
     */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            throw new IllegalStateException("The Vulkan instance is closed already");
        }
        vkDestroyInstance(handle, null);
    }
}
