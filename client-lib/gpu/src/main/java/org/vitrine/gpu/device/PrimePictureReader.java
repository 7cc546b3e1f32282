package org.vitrine.gpu.device;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.api.image.Buffer;
import org.vitrine.api.image.Plane;
import org.vitrine.client.PixelMapping;
import org.vitrine.client.Pixels;
import org.vitrine.fd.BorrowedFd;
import org.vitrine.fd.OwnedFd;
import org.vitrine.gpu.drm.DrmDevice;
import org.vitrine.gpu.drm.GemHandle;

/**
 * Imports each plane's dma-buf as a handle of a DRM device, exports that again, and lets the processor read the result.
 */
final class PrimePictureReader implements PictureReader {
    private final DrmDevice device;

    PrimePictureReader(DrmDevice device) {
        this.device = device;
    }

    @Override
    public Pixels read(Buffer<BorrowedFd> buffer) {
        List<GemHandle> handles = new ArrayList<>();
        List<OwnedFd> exported = new ArrayList<>();
        try {
            for (Plane<BorrowedFd> plane : buffer.planes()) {
                handles.add(device.importPrime(plane.fd()));
                exported.add(handles.getLast().exportPrime());
            }
            return copy(buffer, exported);
        } finally {
            exported.forEach(OwnedFd::close);
            handles.forEach(GemHandle::close);
        }
    }

    private static Pixels copy(Buffer<BorrowedFd> buffer, List<OwnedFd> exported) {
        List<Plane<BorrowedFd>> planes = new ArrayList<>();
        for (int i = 0; i < exported.size(); i++) {
            BorrowedFd fd = exported.get(i).borrow();
            planes.add(buffer.planes().get(i).map(_ -> fd));
        }
        Buffer<BorrowedFd> again = new Buffer<>(buffer.widthPixels(), buffer.heightPixels(), buffer.format(), planes);
        try (PixelMapping mapping = PixelMapping.of(again)) {
            return mapping.pixels().copy();
        }
    }
}
