package org.vitrine.api.image;

import java.util.List;
import java.util.Optional;
import org.vitrine.api.image.LayoutFault.StorageTooSmall;
import org.vitrine.api.image.modifier.PixelStorage;

/** Compares the planes of a buffer with their storage, as strictly as the modifier allows. */
sealed interface StorageCheck permits LinearStorageCheck, StorageCheck.FirstByte, StorageCheck.EveryPixel {

    /**
     * Returns without result if every plane fits.
     *
     * @param storages one for each plane
     */
    void check(Buffer<?> buffer, List<StorageFacts> storages) throws LayoutException;

    static StorageCheck of(DrmFormat format) {
        Optional<PixelLayout> layout = format.fourCc().layout();
        if (layout.isEmpty()) {
            return new FirstByte();
        }
        if (format.modifier().isLinear()) {
            return new LinearStorageCheck(layout.get());
        }
        boolean everyPixel = PixelStorage.keepsEveryPixel(format.modifier().bits());
        return everyPixel ? new EveryPixel(layout.get()) : new FirstByte();
    }

    /** Asks that each plane begins within its storage. */
    record FirstByte() implements StorageCheck {
        @Override
        public void check(Buffer<?> buffer, List<StorageFacts> storages) throws LayoutException {
            for (int i = 0; i < storages.size(); i++) {
                requireEnd(i, buffer.planes().get(i).offsetBytes() + 1, storages.get(i));
            }
        }
    }

    /**
     * Asks that each plane of the format has room for its unpadded size, and each further plane begins within its
     * storage.
     */
    record EveryPixel(PixelLayout layout) implements StorageCheck {
        @Override
        public void check(Buffer<?> buffer, List<StorageFacts> storages) throws LayoutException {
            for (int i = 0; i < storages.size(); i++) {
                long bytes = i < layout.planeCount()
                        ? layout.plane(i).packedBytes(buffer.widthPixels(), buffer.heightPixels())
                        : 1;
                long endBytes = Math.addExact(buffer.planes().get(i).offsetBytes(), bytes);
                requireEnd(i, endBytes, storages.get(i));
            }
        }
    }

    static void requireEnd(int plane, long endBytes, StorageFacts storage) throws LayoutException {
        if (endBytes > storage.sizeBytes()) {
            throw new LayoutException(new StorageTooSmall(plane, endBytes, storage.sizeBytes()));
        }
    }
}
