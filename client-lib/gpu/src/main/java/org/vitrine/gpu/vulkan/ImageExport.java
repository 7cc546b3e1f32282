package org.vitrine.gpu.vulkan;

import org.lwjgl.vulkan.VK10;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.Buffer;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.client.BufferSpec;
import org.vitrine.fd.BorrowedFd;
import org.vitrine.fd.OwnedFd;

/** Makes images that others import. */
final class ImageExport {
    private ImageExport() {}

    static VulkanImage of(VulkanDevice device, BufferSpec spec) {
        VulkanModifier modifier =
                ImageCheck.supported(device.modifiers(), spec.format(), spec.widthPixels(), spec.heightPixels());
        if (!modifier.exportable()) {
            throw new VitrineException(
                    ErrorName.NOT_SUPPORTED,
                    "The Vulkan device can't export " + modifier.format() + ": use one of its exportable formats");
        }
        try (Undo undo = new Undo()) {
            device.enter();
            undo.add(device::leave);
            NativeImage image =
                    NativeImage.placedByDriver(device.handle(), modifier, spec.widthPixels(), spec.heightPixels());
            undo.add(image::destroy);
            NativeMemory memory = NativeMemory.exportable(image, wishedMemory(modifier));
            undo.add(memory::free);
            image.bind(memory.memory());
            OwnedFd storage = memory.export();
            undo.add(storage::close);
            Buffer<BorrowedFd> buffer = describe(image, modifier, spec, storage.borrow());
            Handover handover = new Handover(image.image(), device.queue().family());
            device.queue().run(handover::giveNew);
            return new VulkanImage(device, modifier, image.image(), storage, buffer, undo.move());
        }
    }

    /** The processor draws into linear images too. */
    private static int wishedMemory(VulkanModifier modifier) {
        return modifier.format().modifier().isLinear()
                ? VK10.VK_MEMORY_PROPERTY_HOST_VISIBLE_BIT
                : VK10.VK_MEMORY_PROPERTY_DEVICE_LOCAL_BIT;
    }

    private static Buffer<BorrowedFd> describe(
            NativeImage image, VulkanModifier modifier, BufferSpec spec, BorrowedFd storage) {
        DrmFormat format = new DrmFormat(modifier.format().fourCc(), image.modifier());
        try {
            Buffer<BorrowedFd> buffer = new Buffer<>(
                    spec.widthPixels(), spec.heightPixels(), format, image.planes(modifier.memoryPlanes(), storage));
            ImageCheck.storage(buffer, modifier.memoryPlanes());
            return buffer;
        } catch (IllegalArgumentException tooLarge) {
            throw new VitrineException(
                    ErrorName.NOT_SUPPORTED,
                    "The Vulkan driver places the planes of this image so that nobody can import it ("
                            + tooLarge.getMessage() + "): make it smaller, or choose another modifier",
                    tooLarge);
        }
    }
}
