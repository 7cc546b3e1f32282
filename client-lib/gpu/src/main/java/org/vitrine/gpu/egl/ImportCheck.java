package org.vitrine.gpu.egl;

import org.vitrine.api.Limits;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.Buffer;
import org.vitrine.api.image.BufferLayout;
import org.vitrine.api.image.LayoutException;
import org.vitrine.api.image.LayoutFault;
import org.vitrine.api.image.Modifier;
import org.vitrine.api.image.PixelLayout;
import org.vitrine.api.image.PlaneLayout;
import org.vitrine.api.image.StorageFacts;
import org.vitrine.fd.DmaBufFd;
import org.vitrine.fd.Fd;
import org.vitrine.fd.FdInspector;
import org.vitrine.fd.OtherMemfd;
import org.vitrine.fd.RefusedFd;
import org.vitrine.fd.SealedMemfd;

/**
 * Checks a buffer before a driver sees it, for drivers take some that they then read beyond the end: Mesa a stride that
 * is shorter than a row, for one.
 */
final class ImportCheck {
    private ImportCheck() {}

    /**
     * Returns if every plane is in a dma-buf that is large enough.
     *
     * @throws VitrineException INVALID_DESCRIPTOR if a plane is in no dma-buf, and as {@link #checkLayout(Buffer)}
     */
    static void check(Buffer<? extends Fd> buffer) {
        checkLayout(buffer.map(ImportCheck::facts));
    }

    /**
     * Returns if every plane fits its storage.
     *
     * <p>Where no modifier is known, each plane must at least have room for plain rows, as all arrangements do that
     * drivers use then.
     *
     * @throws VitrineException INVALID_LAYOUT if a plane does not fit, NOT_SUPPORTED if the format is unknown
     */
    static void checkLayout(Buffer<StorageFacts> storages) {
        try {
            BufferLayout.validateAgainst(storages.toRaw(), facts -> facts, Limits.DEFAULTS);
        } catch (LayoutException refused) {
            ErrorName name = refused.fault() instanceof LayoutFault.FormatUnsupported
                    ? ErrorName.NOT_SUPPORTED
                    : ErrorName.INVALID_LAYOUT;
            throw new VitrineException(name, refused.fault().text(), refused);
        }
        if (storages.format().modifier().equals(Modifier.INVALID)) {
            storages.format().fourCc().layout().ifPresent(layout -> requireRoomForRows(storages, layout));
        }
    }

    private static StorageFacts facts(Fd fd) {
        return switch (FdInspector.inspect(fd)) {
            case DmaBufFd dmaBuf -> new StorageFacts(dmaBuf.sizeBytes(), dmaBuf.inode());
            case SealedMemfd _, OtherMemfd _ ->
                throw new VitrineException(
                        ErrorName.INVALID_DESCRIPTOR,
                        "Plain memory can't be imported by a GPU. Make a dma-buf of it with udmabuf, or copy it");
            case RefusedFd refused ->
                throw new VitrineException(
                        ErrorName.INVALID_DESCRIPTOR,
                        "The descriptor is no dma-buf: it is " + refused.kind().reason());
        };
    }

    private static void requireRoomForRows(Buffer<StorageFacts> buffer, PixelLayout layout) {
        for (int i = 0; i < layout.planeCount(); i++) {
            PlaneLayout plane = layout.plane(i);
            long strideBytes = buffer.planes().get(i).strideBytes();
            long leastBytes = plane.minimumStrideBytes(buffer.widthPixels());
            if (strideBytes < leastBytes) {
                throw refusal(new LayoutFault.StrideTooSmall(i, strideBytes, leastBytes));
            }
            long endBytes = Math.addExact(
                    buffer.planes().get(i).offsetBytes(),
                    plane.extentBytes(buffer.widthPixels(), buffer.heightPixels(), strideBytes));
            long sizeBytes = buffer.planes().get(i).fd().sizeBytes();
            if (endBytes > sizeBytes) {
                throw refusal(new LayoutFault.StorageTooSmall(i, endBytes, sizeBytes));
            }
        }
    }

    private static VitrineException refusal(LayoutFault fault) {
        return new VitrineException(ErrorName.INVALID_LAYOUT, fault.text());
    }
}
