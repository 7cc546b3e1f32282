package org.vitrine.gpu.device;

import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.Buffer;
import org.vitrine.client.Pixels;
import org.vitrine.fd.BorrowedFd;

/** Reads a picture back through a device. */
public interface PictureReader {
    /**
     * Imports a buffer, copies its picture into ordinary memory, and lets the buffer go. Blocks for the device.
     *
     * @param buffer stays the caller's
     * @return a copy, linear, in the buffer's format or, where the device turns it into one, in ABGR8888; its memory is
     *     the garbage collector's
     * @throws VitrineException NOT_SUPPORTED if the device can't import it, INVALID_LAYOUT or INVALID_DESCRIPTOR if the
     *     buffer is unsound
     */
    Pixels read(Buffer<BorrowedFd> buffer);
}
