package org.vitrine.gpu.egl;

import java.util.List;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.Buffer;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.fd.DmaBufIdentity;
import org.vitrine.fd.Fd;

/**
 * Recognizes a buffer: the same storage, read the same way. Holds while the storage is kept alive, for only then nobody
 * else gets its inode number.
 */
record BufferIdentity(int widthPixels, int heightPixels, DrmFormat format, List<Place> planes) {
    record Place(long inode, long offsetBytes, long strideBytes) {}

    BufferIdentity {
        planes = List.copyOf(planes);
    }

    static BufferIdentity of(Buffer<? extends Fd> buffer) {
        return new BufferIdentity(
                buffer.widthPixels(),
                buffer.heightPixels(),
                buffer.format(),
                buffer.planes().stream()
                        .map(plane -> new Place(inode(plane.fd()), plane.offsetBytes(), plane.strideBytes()))
                        .toList());
    }

    private static long inode(Fd fd) {
        return DmaBufIdentity.inode(fd)
                .orElseThrow(() -> new VitrineException(
                        ErrorName.INVALID_DESCRIPTOR,
                        "The descriptor is no dma-buf. Make one of plain memory with udmabuf, or copy it"));
    }
}
