package org.vitrine.client;

import java.util.List;
import org.vitrine.fd.CpuAccess;

/**
 * Lends a picture's memory to the processor until closed. A dma-buf's is bracketed with {@code DMA_BUF_IOCTL_SYNC}
 * meanwhile, so that caches and GPU agree.
 *
 * @param pixels the picture; its memory is gone when the buffer is closed
 * @param brackets what ends the access
 */
public record PixelAccess(Pixels pixels, List<CpuAccess> brackets) implements AutoCloseable {
    public PixelAccess {
        brackets = List.copyOf(brackets);
    }

    /** Ends the access: what was written becomes visible to the GPU. Close once. */
    @Override
    public void close() {
        brackets.forEach(CpuAccess::close);
    }
}
