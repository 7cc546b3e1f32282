package org.vitrine.api.image;

import java.util.List;
import org.vitrine.api.image.LayoutFault.PlanesOverlap;
import org.vitrine.api.image.LayoutFault.StrideTooSmall;

/** Asks that rows don't run into each other, planes end within their storage, and no two share a byte. */
record LinearStorageCheck(PixelLayout layout) implements StorageCheck {

    @Override
    public void check(Buffer<?> buffer, List<StorageFacts> storages) throws LayoutException {
        for (int i = 0; i < storages.size(); i++) {
            requireStride(buffer, i);
            StorageCheck.requireEnd(i, endBytes(buffer, i), storages.get(i));
        }
        for (int i = 1; i < storages.size(); i++) {
            for (int j = 0; j < i; j++) {
                requireApart(buffer, i, j, storages);
            }
        }
    }

    private void requireStride(Buffer<?> buffer, int plane) throws LayoutException {
        long strideBytes = buffer.planes().get(plane).strideBytes();
        long leastBytes = layout.plane(plane).minimumStrideBytes(buffer.widthPixels());
        if (strideBytes < leastBytes) {
            throw new LayoutException(new StrideTooSmall(plane, strideBytes, leastBytes));
        }
    }

    private void requireApart(Buffer<?> buffer, int plane, int other, List<StorageFacts> storages)
            throws LayoutException {
        boolean sameStorage =
                storages.get(plane).identity().equals(storages.get(other).identity());
        boolean apart = endBytes(buffer, plane) <= buffer.planes().get(other).offsetBytes()
                || endBytes(buffer, other) <= buffer.planes().get(plane).offsetBytes();
        if (sameStorage && !apart) {
            throw new LayoutException(new PlanesOverlap(plane, other));
        }
    }

    private long endBytes(Buffer<?> buffer, int plane) {
        Plane<?> place = buffer.planes().get(plane);
        long extentBytes =
                layout.plane(plane).extentBytes(buffer.widthPixels(), buffer.heightPixels(), place.strideBytes());
        return Math.addExact(place.offsetBytes(), extentBytes);
    }
}
