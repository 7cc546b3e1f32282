package org.vitrine.gpu.vulkan;

import java.util.List;
import java.util.Optional;
import org.vitrine.api.Limits;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.Buffer;
import org.vitrine.api.image.BufferLayout;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.api.image.FormatTable;
import org.vitrine.api.image.LayoutException;
import org.vitrine.api.image.Modifier;
import org.vitrine.api.image.PixelLayout;
import org.vitrine.api.image.StorageFacts;
import org.vitrine.fd.DmaBufFd;
import org.vitrine.fd.Fd;
import org.vitrine.fd.FdInspector;

/** Checks what is asked of a device before its driver sees it. Nothing here calls Vulkan. */
final class ImageCheck {
    private ImageCheck() {}

    /**
     * Finds the modifier that a format needs.
     *
     * @throws VitrineException NOT_SUPPORTED with what the device has instead
     */
    static VulkanModifier supported(List<VulkanModifier> modifiers, DrmFormat format, int width, int height) {
        VulkanModifier modifier = modifiers.stream()
                .filter(candidate -> candidate.format().equals(format))
                .findFirst()
                .orElseThrow(() -> notSupported(modifiers, format));
        if (width > modifier.maxWidthPixels() || height > modifier.maxHeightPixels()) {
            throw new VitrineException(
                    ErrorName.NOT_SUPPORTED,
                    "The Vulkan device makes %s up to %d x %d pixels, not %d x %d: make the image smaller"
                            .formatted(format, modifier.maxWidthPixels(), modifier.maxHeightPixels(), width, height));
        }
        requireWholeChroma(format, width, height);
        return modifier;
    }

    private static VitrineException notSupported(List<VulkanModifier> modifiers, DrmFormat format) {
        String instead;
        if (VulkanFormat.of(format.fourCc()).isEmpty()) {
            instead = "Vulkan has no such format; convert the picture, for example to XRGB8888";
        } else if (format.modifier().equals(Modifier.INVALID)) {
            instead = "the modifier must be known: offer or ask for explicit ones, for example LINEAR";
        } else {
            List<Modifier> others = modifiers.stream()
                    .map(VulkanModifier::format)
                    .filter(other -> other.fourCc().equals(format.fourCc()))
                    .map(DrmFormat::modifier)
                    .toList();
            instead = others.isEmpty()
                    ? "it has no modifier of that format; use another format"
                    : "use one of the modifiers " + others;
        }
        return new VitrineException(
                ErrorName.NOT_SUPPORTED, "The Vulkan device can't share images of " + format + ": " + instead);
    }

    /** Vulkan has no images that end within a sample of colour. Source: VUID-VkImageCreateInfo-format-04712, -04713. */
    private static void requireWholeChroma(DrmFormat format, int width, int height) {
        Optional<PixelLayout> layout = FormatTable.find(format.fourCc());
        boolean whole = layout.stream()
                .flatMap(pixels -> pixels.planes().stream())
                .allMatch(plane ->
                        width % plane.horizontalSubsampling() == 0 && height % plane.verticalSubsampling() == 0);
        if (!whole) {
            throw new VitrineException(
                    ErrorName.NOT_SUPPORTED,
                    "Vulkan has no images of %s with %d x %d pixels: make width and height even"
                            .formatted(format, width, height));
        }
    }

    /**
     * Proves that a buffer's planes lie within the one dma-buf they share.
     *
     * @return what the dma-buf is
     * @throws VitrineException INVALID_DESCRIPTOR if it is none, NOT_SUPPORTED if the planes are in several,
     *     INVALID_LAYOUT if a plane doesn't fit
     */
    static DmaBufFd storage(Buffer<? extends Fd> buffer, int memoryPlanes) {
        if (buffer.planes().size() != memoryPlanes) {
            throw new VitrineException(
                    ErrorName.INVALID_LAYOUT,
                    "The buffer has %d planes; on this device %s has %d"
                            .formatted(buffer.planes().size(), buffer.format(), memoryPlanes));
        }
        List<DmaBufFd> storages =
                buffer.planes().stream().map(plane -> dmaBuf(plane.fd())).toList();
        if (storages.stream().distinct().count() > 1) {
            throw new VitrineException(
                    ErrorName.NOT_SUPPORTED,
                    "The planes lie in several dma-bufs, which Vulkan is not used for here: ask the producer for one,"
                            + " or import the image with EGL");
        }
        requireLayout(buffer, storages.getFirst());
        return storages.getFirst();
    }

    private static DmaBufFd dmaBuf(Fd fd) {
        if (FdInspector.inspect(fd) instanceof DmaBufFd dmaBuf) {
            return dmaBuf;
        }
        throw new VitrineException(
                ErrorName.INVALID_DESCRIPTOR,
                "The storage is no dma-buf, and a GPU imports nothing else: map it with the processor and copy it");
    }

    private static void requireLayout(Buffer<? extends Fd> buffer, DmaBufFd storage) {
        try {
            StorageFacts facts = new StorageFacts(storage.sizeBytes(), storage.inode());
            BufferLayout.validateAgainst(buffer.toRaw(), _ -> facts, Limits.DEFAULTS);
        } catch (LayoutException fault) {
            throw new VitrineException(ErrorName.INVALID_LAYOUT, fault.getMessage(), fault);
        }
    }
}
