package org.vitrine.gpu.vulkan;

import static org.lwjgl.system.MemoryStack.stackPush;
import static org.lwjgl.vulkan.KHRExternalSemaphoreFd.vkGetSemaphoreFdKHR;
import static org.lwjgl.vulkan.KHRExternalSemaphoreFd.vkImportSemaphoreFdKHR;
import static org.lwjgl.vulkan.VK10.VK_PIPELINE_STAGE_ALL_COMMANDS_BIT;
import static org.lwjgl.vulkan.VK10.vkCreateSemaphore;
import static org.lwjgl.vulkan.VK10.vkDestroySemaphore;
import static org.lwjgl.vulkan.VK11.VK_EXTERNAL_SEMAPHORE_FEATURE_EXPORTABLE_BIT;
import static org.lwjgl.vulkan.VK11.VK_EXTERNAL_SEMAPHORE_FEATURE_IMPORTABLE_BIT;
import static org.lwjgl.vulkan.VK11.VK_EXTERNAL_SEMAPHORE_HANDLE_TYPE_SYNC_FD_BIT;
import static org.lwjgl.vulkan.VK11.VK_SEMAPHORE_IMPORT_TEMPORARY_BIT;
import static org.lwjgl.vulkan.VK11.vkGetPhysicalDeviceExternalSemaphoreProperties;

import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.time.Duration;
import java.util.Optional;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.vulkan.VkDevice;
import org.lwjgl.vulkan.VkExportSemaphoreCreateInfo;
import org.lwjgl.vulkan.VkExternalSemaphoreProperties;
import org.lwjgl.vulkan.VkImportSemaphoreFdInfoKHR;
import org.lwjgl.vulkan.VkPhysicalDeviceExternalSemaphoreInfo;
import org.lwjgl.vulkan.VkSemaphoreCreateInfo;
import org.lwjgl.vulkan.VkSemaphoreGetFdInfoKHR;
import org.lwjgl.vulkan.VkSubmitInfo;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.fd.Fd;
import org.vitrine.fd.OwnedFd;
import org.vitrine.fd.RawFds;
import org.vitrine.fd.SyncFile;

/**
 * Passes fences, as {@code sync_file} descriptors, between a device's work and everybody else.
 *
 * <p>Where the driver has no semaphores that go in and out as {@code VK_EXTERNAL_SEMAPHORE_HANDLE_TYPE_SYNC_FD_BIT},
 * the processor waits instead: {@code vkQueueWaitIdle} on the way out, {@code poll} on the way in. Safe for use by many
 * threads.
 *
 * @param device stays the caller's
 */
public record VulkanFences(VulkanDevice device) {
    private static final int BOTH_WAYS =
            VK_EXTERNAL_SEMAPHORE_FEATURE_EXPORTABLE_BIT | VK_EXTERNAL_SEMAPHORE_FEATURE_IMPORTABLE_BIT;

    /** Tells whether the driver makes and takes fences, so that the processor need not wait. */
    public boolean areNative() {
        if (!device.physical().extensions().contains(VulkanExtension.EXTERNAL_SEMAPHORE_FD)) {
            return false;
        }
        try (MemoryStack stack = stackPush()) {
            var question = VkPhysicalDeviceExternalSemaphoreInfo.calloc(stack)
                    .sType$Default()
                    .handleType(VK_EXTERNAL_SEMAPHORE_HANDLE_TYPE_SYNC_FD_BIT);
            VkExternalSemaphoreProperties answer =
                    VkExternalSemaphoreProperties.calloc(stack).sType$Default();
            vkGetPhysicalDeviceExternalSemaphoreProperties(handle().getPhysicalDevice(), question, answer);
            return (answer.externalSemaphoreFeatures() & BOTH_WAYS) == BOTH_WAYS;
        }
    }

    /**
     * Says when all that was submitted until now is done.
     *
     * @return a fence that is the caller's to close; none if it is done already, or the driver makes none: then this
     *     waited
     * @throws VitrineException errors of the driver
     */
    public Optional<OwnedFd> afterWork() {
        if (!areNative()) {
            device.queue().awaitIdle();
            return Optional.empty();
        }
        try (MemoryStack stack = stackPush();
                Undo undo = new Undo()) {
            VkExportSemaphoreCreateInfo export = VkExportSemaphoreCreateInfo.calloc(stack)
                    .sType$Default()
                    .handleTypes(VK_EXTERNAL_SEMAPHORE_HANDLE_TYPE_SYNC_FD_BIT);
            VkSemaphoreCreateInfo info =
                    VkSemaphoreCreateInfo.calloc(stack).sType$Default().pNext(export);
            long semaphore = create(stack, undo, info);
            device.queue()
                    .post(VkSubmitInfo.calloc(stack).sType$Default().pSignalSemaphores(stack.longs(semaphore)), undo);
            return export(stack, semaphore);
        }
    }

    private Optional<OwnedFd> export(MemoryStack stack, long semaphore) {
        VkSemaphoreGetFdInfoKHR info = VkSemaphoreGetFdInfoKHR.calloc(stack)
                .sType$Default()
                .semaphore(semaphore)
                .handleType(VK_EXTERNAL_SEMAPHORE_HANDLE_TYPE_SYNC_FD_BIT);
        IntBuffer fd = stack.ints(-1);
        VulkanError.check("vkGetSemaphoreFdKHR", vkGetSemaphoreFdKHR(handle(), info, fd));
        // Minus one stands for a fence that has opened already.
        return fd.get(0) < 0 ? Optional.empty() : Optional.of(RawFds.adopt(fd.get(0)));
    }

    /**
     * Lets what is submitted from now on wait for a fence; where the driver takes none, waits here.
     *
     * @param fence a {@code sync_file}; stays the caller's
     * @param patience how long to wait here at most
     * @throws VitrineException INVALID_DESCRIPTOR if it is no {@code sync_file}, TIMEOUT if that time passed, and
     *     errors of the driver
     */
    public void await(Fd fence, Duration patience) {
        if (!SyncFile.isOne(fence)) {
            throw new VitrineException(
                    ErrorName.INVALID_DESCRIPTOR,
                    "The descriptor is no fence: pass a sync_file, or wait for the producer");
        }
        if (areNative()) {
            awaitOnDevice(fence);
        } else if (!SyncFile.awaitSignalled(fence, patience)) {
            throw new VitrineException(
                    ErrorName.TIMEOUT, "The fence did not open in " + patience + ": drop the frame, or wait longer");
        }
    }

    private void awaitOnDevice(Fd fence) {
        try (MemoryStack stack = stackPush();
                Undo undo = new Undo()) {
            long semaphore =
                    create(stack, undo, VkSemaphoreCreateInfo.calloc(stack).sType$Default());
            take(stack, semaphore, fence.dup());
            VkSubmitInfo submit = VkSubmitInfo.calloc(stack)
                    .sType$Default()
                    .waitSemaphoreCount(1)
                    .pWaitSemaphores(stack.longs(semaphore))
                    .pWaitDstStageMask(stack.ints(VK_PIPELINE_STAGE_ALL_COMMANDS_BIT));
            device.queue().post(submit, undo);
        }
    }

    /** Puts a fence into a semaphore, for one wait; closes it if the driver refuses it. */
    private void take(MemoryStack stack, long semaphore, OwnedFd fence) {
        int number = RawFds.release(fence);
        VkImportSemaphoreFdInfoKHR info = VkImportSemaphoreFdInfoKHR.calloc(stack)
                .sType$Default()
                .semaphore(semaphore)
                .flags(VK_SEMAPHORE_IMPORT_TEMPORARY_BIT)
                .handleType(VK_EXTERNAL_SEMAPHORE_HANDLE_TYPE_SYNC_FD_BIT)
                .fd(number);
        try {
            VulkanError.check("vkImportSemaphoreFdKHR", vkImportSemaphoreFdKHR(handle(), info));
        } catch (VitrineException refused) {
            RawFds.adopt(number).close();
            throw refused;
        }
    }

    private long create(MemoryStack stack, Undo undo, VkSemaphoreCreateInfo info) {
        LongBuffer made = stack.mallocLong(1);
        VkDevice handle = handle();
        VulkanError.check("vkCreateSemaphore", vkCreateSemaphore(handle, info, null, made));
        long semaphore = made.get(0);
        undo.add(() -> vkDestroySemaphore(handle, semaphore, null));
        return semaphore;
    }

    private VkDevice handle() {
        return device.handle();
    }
}
