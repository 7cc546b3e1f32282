package org.vitrine.gpu.vulkan;

import static org.lwjgl.system.MemoryStack.stackPush;
import static org.lwjgl.vulkan.VK10.VK_COMMAND_BUFFER_LEVEL_PRIMARY;
import static org.lwjgl.vulkan.VK10.VK_COMMAND_BUFFER_USAGE_ONE_TIME_SUBMIT_BIT;
import static org.lwjgl.vulkan.VK10.VK_COMMAND_POOL_CREATE_TRANSIENT_BIT;
import static org.lwjgl.vulkan.VK10.VK_NOT_READY;
import static org.lwjgl.vulkan.VK10.VK_SUCCESS;
import static org.lwjgl.vulkan.VK10.vkAllocateCommandBuffers;
import static org.lwjgl.vulkan.VK10.vkBeginCommandBuffer;
import static org.lwjgl.vulkan.VK10.vkCreateCommandPool;
import static org.lwjgl.vulkan.VK10.vkCreateFence;
import static org.lwjgl.vulkan.VK10.vkDestroyCommandPool;
import static org.lwjgl.vulkan.VK10.vkDestroyFence;
import static org.lwjgl.vulkan.VK10.vkEndCommandBuffer;
import static org.lwjgl.vulkan.VK10.vkFreeCommandBuffers;
import static org.lwjgl.vulkan.VK10.vkGetDeviceQueue;
import static org.lwjgl.vulkan.VK10.vkGetFenceStatus;
import static org.lwjgl.vulkan.VK10.vkQueueSubmit;
import static org.lwjgl.vulkan.VK10.vkQueueWaitIdle;
import static org.lwjgl.vulkan.VK10.vkWaitForFences;

import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.lwjgl.PointerBuffer;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.vulkan.VkCommandBuffer;
import org.lwjgl.vulkan.VkCommandBufferAllocateInfo;
import org.lwjgl.vulkan.VkCommandBufferBeginInfo;
import org.lwjgl.vulkan.VkCommandPoolCreateInfo;
import org.lwjgl.vulkan.VkDevice;
import org.lwjgl.vulkan.VkFenceCreateInfo;
import org.lwjgl.vulkan.VkQueue;
import org.lwjgl.vulkan.VkSubmitInfo;

/**
 * Runs one piece of work after the other on a device's queue.
 *
 * <p>The wait has no limit of its own: the kernel ends a GPU's work that hangs, which is then
 * {@code VK_ERROR_DEVICE_LOST}. Safe for use by many threads: Vulkan wants queue and pool used by one at a time, so a
 * lock is held meanwhile.
 */
final class WorkQueue implements AutoCloseable {
    private static final long FOR_EVER_NS = -1;

    private final ReentrantLock lock = new ReentrantLock();
    private final VkDevice device;
    private final VkQueue queue;
    private final int family;
    private final long pool;
    private final List<Posted> posted = new ArrayList<>();

    private WorkQueue(VkDevice device, VkQueue queue, int family, long pool) {
        this.device = device;
        this.queue = queue;
        this.family = family;
        this.pool = pool;
    }

    static WorkQueue of(VkDevice device, int family) {
        try (MemoryStack stack = stackPush()) {
            PointerBuffer queue = stack.mallocPointer(1);
            vkGetDeviceQueue(device, family, 0, queue);
            VkCommandPoolCreateInfo info = VkCommandPoolCreateInfo.calloc(stack)
                    .sType$Default()
                    .flags(VK_COMMAND_POOL_CREATE_TRANSIENT_BIT)
                    .queueFamilyIndex(family);
            LongBuffer pool = stack.mallocLong(1);
            VulkanError.check("vkCreateCommandPool", vkCreateCommandPool(device, info, null, pool));
            return new WorkQueue(device, new VkQueue(queue.get(0), device), family, pool.get(0));
        }
    }

    int family() {
        return family;
    }

    /** Records commands, runs them, and returns when the device is done. */
    void run(Consumer<VkCommandBuffer> recording) {
        lock.lock();
        try (MemoryStack stack = stackPush();
                Undo undo = new Undo()) {
            VkCommandBuffer commands = record(stack, undo, recording);
            VkSubmitInfo submit = VkSubmitInfo.calloc(stack).sType$Default().pCommandBuffers(stack.pointers(commands));
            awaitEnd(stack, submit(stack, undo, submit));
        } finally {
            lock.unlock();
        }
    }

    private void awaitEnd(MemoryStack stack, long fence) {
        int result = vkWaitForFences(device, stack.longs(fence), true, FOR_EVER_NS);
        if (result != VK_SUCCESS) {
            // What the work uses is freed next, so it must not run on whatever the wait failed of.
            vkQueueWaitIdle(queue);
        }
        VulkanError.check("vkWaitForFences", result);
    }

    private long submit(MemoryStack stack, Undo undo, VkSubmitInfo work) {
        VkFenceCreateInfo info = VkFenceCreateInfo.calloc(stack).sType$Default();
        LongBuffer made = stack.mallocLong(1);
        VulkanError.check("vkCreateFence", vkCreateFence(device, info, null, made));
        long fence = made.get(0);
        undo.add(() -> vkDestroyFence(device, fence, null));
        VulkanError.check("vkQueueSubmit", vkQueueSubmit(queue, work, fence));
        return fence;
    }

    /**
     * Submits work and doesn't wait for it.
     *
     * @param used freed when the device is done, or this throws
     */
    void post(VkSubmitInfo work, Undo used) {
        lock.lock();
        try (MemoryStack stack = stackPush();
                Undo undo = used.move()) {
            freeFinished();
            long fence = submit(stack, undo, work);
            posted.add(new Posted(fence, undo.move()));
        } finally {
            lock.unlock();
        }
    }

    private void freeFinished() {
        posted.removeIf(work -> {
            boolean finished = vkGetFenceStatus(device, work.fence) != VK_NOT_READY;
            if (finished) {
                work.used.close();
            }
            return finished;
        });
    }

    /** Waits until all that was submitted is done. */
    void awaitIdle() {
        lock.lock();
        try {
            VulkanError.check("vkQueueWaitIdle", vkQueueWaitIdle(queue));
            freeFinished();
        } finally {
            lock.unlock();
        }
    }

    private VkCommandBuffer record(MemoryStack stack, Undo undo, Consumer<VkCommandBuffer> recording) {
        VkCommandBufferAllocateInfo info = VkCommandBufferAllocateInfo.calloc(stack)
                .sType$Default()
                .commandPool(pool)
                .level(VK_COMMAND_BUFFER_LEVEL_PRIMARY)
                .commandBufferCount(1);
        PointerBuffer made = stack.mallocPointer(1);
        VulkanError.check("vkAllocateCommandBuffers", vkAllocateCommandBuffers(device, info, made));
        VkCommandBuffer commands = new VkCommandBuffer(made.get(0), device);
        undo.add(() -> vkFreeCommandBuffers(device, pool, commands));
        VkCommandBufferBeginInfo once = VkCommandBufferBeginInfo.calloc(stack)
                .sType$Default()
                .flags(VK_COMMAND_BUFFER_USAGE_ONE_TIME_SUBMIT_BIT);
        VulkanError.check("vkBeginCommandBuffer", vkBeginCommandBuffer(commands, once));
        recording.accept(commands);
        VulkanError.check("vkEndCommandBuffer", vkEndCommandBuffer(commands));
        return commands;
    }

    @Override
    public void close() {
        // Even if the device is lost, what it used may be freed then.
        vkQueueWaitIdle(queue);
        posted.forEach(work -> work.used.close());
        vkDestroyCommandPool(device, pool, null);
    }

    /** What the device may still be working on, and what it uses meanwhile. */
    private record Posted(long fence, Undo used) {}
}
