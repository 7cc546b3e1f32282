package org.vitrine.gpu.vulkan;

import static org.lwjgl.system.MemoryStack.stackPush;
import static org.lwjgl.vulkan.VK10.vkCreateDevice;
import static org.lwjgl.vulkan.VK10.vkDestroyDevice;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.lwjgl.PointerBuffer;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.vulkan.VkDevice;
import org.lwjgl.vulkan.VkDeviceCreateInfo;
import org.lwjgl.vulkan.VkDeviceQueueCreateInfo;
import org.lwjgl.vulkan.VkPhysicalDevice;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.Buffer;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.fd.BorrowedFd;

/**
 * Makes, imports and copies images on one device.
 *
 * <p>Safe for use by many threads; work on its one queue is done one piece at a time, and every piece is waited for.
 * Close it after its images; see {@link #close()}.
 */
public final class VulkanDevice implements AutoCloseable {
    private static final int CLOSED = -1;

    private final VkDevice handle;
    private final VulkanPhysicalDevice physical;
    private final WorkQueue queue;
    private final List<VulkanModifier> modifiers;

    /** How many images there are, or {@link #CLOSED}. */
    private final AtomicInteger images = new AtomicInteger();

    private VulkanDevice(VkDevice handle, VulkanPhysicalDevice physical, WorkQueue queue) {
        this.handle = handle;
        this.physical = physical;
        this.queue = queue;
        this.modifiers = ModifierQueries.all(handle.getPhysicalDevice());
    }

    static VulkanDevice open(VulkanPhysicalDevice physical, VkPhysicalDevice physicalHandle) {
        int family = DeviceQueries.queueFamily(physicalHandle);
        try (Undo undo = new Undo()) {
            VkDevice handle = create(physicalHandle, family, physical.extensions());
            undo.add(() -> vkDestroyDevice(handle, null));
            WorkQueue queue = WorkQueue.of(handle, family);
            undo.add(queue::close);
            VulkanDevice device = new VulkanDevice(handle, physical, queue);
            undo.move();
            return device;
        }
    }

    private static VkDevice create(VkPhysicalDevice physical, int family, Set<VulkanExtension> extensions) {
        try (MemoryStack stack = stackPush()) {
            PointerBuffer names = stack.mallocPointer(extensions.size());
            extensions.forEach(extension -> names.put(stack.UTF8(extension.vulkanName())));
            VkDeviceQueueCreateInfo.Buffer queues = VkDeviceQueueCreateInfo.calloc(1, stack);
            queues.get(0).sType$Default().queueFamilyIndex(family).pQueuePriorities(stack.floats(1));
            VkDeviceCreateInfo info = VkDeviceCreateInfo.calloc(stack)
                    .sType$Default()
                    .pQueueCreateInfos(queues)
                    .ppEnabledExtensionNames(names.flip());
            PointerBuffer device = stack.mallocPointer(1);
            VulkanError.check("vkCreateDevice", vkCreateDevice(physical, info, null, device));
            return new VkDevice(device.get(0), physical, info);
        }
    }

    /** Returns which device it is. */
    public VulkanPhysicalDevice physical() {
        return physical;
    }

    /** Returns every format and modifier that can be shared, as asked of the driver once. */
    public List<VulkanModifier> modifiers() {
        return modifiers;
    }

    /** Finds what the device says about a format, or nothing if it can't be shared. */
    public Optional<VulkanModifier> modifier(DrmFormat format) {
        return modifiers.stream()
                .filter(modifier -> modifier.format().equals(format))
                .findFirst();
    }

    /** Returns the formats that {@link #importBuffer} takes: what a consumer offers in its request. */
    public List<DrmFormat> importableFormats() {
        return modifiers.stream()
                .filter(VulkanModifier::importable)
                .map(VulkanModifier::format)
                .toList();
    }

    /** Returns the formats that {@link VulkanAllocator} makes: what a producer advertises. */
    public List<DrmFormat> exportableFormats() {
        return modifiers.stream()
                .filter(VulkanModifier::exportable)
                .map(VulkanModifier::format)
                .toList();
    }

    /**
     * Makes an image of a received buffer. Nothing of the buffer reaches the driver before it was checked.
     *
     * @param buffer stays the caller's, who may close it right after; the planes must lie in one dma-buf
     * @return owned by the caller
     * @throws VitrineException NOT_SUPPORTED for a format or modifier that the device can't import, INVALID_DESCRIPTOR
     *     if it is no dma-buf, INVALID_LAYOUT if the planes don't lie within it, or the driver's error; nothing is left
     *     open then
     * @throws IllegalStateException if the device or a descriptor is closed
     */
    public VulkanImage importBuffer(Buffer<BorrowedFd> buffer) {
        return ImageImport.of(this, buffer);
    }

    /** Returns the device for those who draw with Vulkan themselves; destroyed with this object, never by others. */
    public VkDevice handle() {
        return handle;
    }

    /** Returns what passes fences in and out. */
    public VulkanFences fences() {
        return new VulkanFences(this);
    }

    WorkQueue queue() {
        return queue;
    }

    /** Counts an image, which keeps the device from being closed. */
    void enter() {
        images.updateAndGet(count -> {
            if (count == CLOSED) {
                throw new IllegalStateException("The Vulkan device is closed");
            }
            return count + 1;
        });
    }

    void leave() {
        images.decrementAndGet();
    }

    /**
     * Closes the device.
     *
     * @throws IllegalStateException if it is closed already, or an image of it is not
     */
    @Override
    public void close() {
        if (!images.compareAndSet(0, CLOSED)) {
            throw new IllegalStateException("The Vulkan device is closed already, or has images that are open");
        }
        queue.close();
        vkDestroyDevice(handle, null);
    }
}
