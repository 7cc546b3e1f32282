package org.vitrine.client;

import java.util.List;
import org.vitrine.fd.CpuAccess;

/**
 * Maps a picture until it is closed. The memory is the producer's own: it may change while it is read.
 *
 * <p>Close it before the {@link OpenedImage} it was made from. A dma-buf is bracketed with {@code DMA_BUF_IOCTL_SYNC}
 * all the while, so that caches and GPU agree.
 */
public final class PixelMapping implements AutoCloseable {
    private final MappedBuffer mapped;
    private final LeakGuard guard;

    private PixelMapping(MappedBuffer mapped, List<CpuAccess> accesses) {
        this.mapped = mapped;
        this.guard = LeakGuard.over(this, () -> {
            accesses.forEach(CpuAccess::close);
            mapped.close();
        });
    }

    /** Takes the mapped buffer over; closes it on failure. */
    static PixelMapping begin(MappedBuffer mapped) {
        try {
            return new PixelMapping(mapped, mapped.beginAccess());
        } catch (RuntimeException e) {
            mapped.close();
            throw e;
        }
    }

    /**
     * Returns the picture; its memory is gone when this is closed, and may be written only if it was mapped for
     * drawing.
     */
    public Pixels pixels() {
        return mapped.pixels();
    }

    /** Unmaps the picture. Closing twice does nothing. */
    @Override
    public void close() {
        guard.close();
    }
}
