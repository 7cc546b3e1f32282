package org.vitrine.gpu.vulkan;

import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.Buffer;
import org.vitrine.fd.BorrowedFd;
import org.vitrine.fd.DmaBufFd;
import org.vitrine.fd.OwnedFd;

/** Makes images of others' buffers. */
final class ImageImport {
    private ImageImport() {}

    static VulkanImage of(VulkanDevice device, Buffer<BorrowedFd> buffer) {
        VulkanModifier modifier =
                ImageCheck.supported(device.modifiers(), buffer.format(), buffer.widthPixels(), buffer.heightPixels());
        if (!modifier.importable()) {
            throw new VitrineException(
                    ErrorName.NOT_SUPPORTED,
                    "The Vulkan device can't import " + modifier.format() + ": use one of its importable formats");
        }
        DmaBufFd storage = ImageCheck.storage(buffer, modifier.memoryPlanes());
        try (Undo undo = new Undo()) {
            device.enter();
            undo.add(device::leave);
            OwnedFd own = buffer.planes().getFirst().fd().dup();
            undo.add(own::close);
            NativeImage image = NativeImage.placedAs(device.handle(), modifier, buffer);
            undo.add(image::destroy);
            requireRoom(image.needs().sizeBytes(), storage);
            NativeMemory memory = NativeMemory.imported(image, own);
            undo.add(memory::free);
            image.bind(memory.memory());
            return new VulkanImage(device, modifier, image.image(), own, buffer.map(_ -> own.borrow()), undo.move());
        }
    }

    /** Drivers may want more than the pixels take, such as whole tiles: they would read beyond the end. */
    private static void requireRoom(long neededBytes, DmaBufFd storage) {
        if (neededBytes > storage.sizeBytes()) {
            throw new VitrineException(
                    ErrorName.INVALID_LAYOUT,
                    "The Vulkan device needs %d bytes for this image; the dma-buf has %d: ask the producer for more"
                            .formatted(neededBytes, storage.sizeBytes()));
        }
    }
}
