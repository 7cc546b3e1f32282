package org.vitrine.client;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.Buffer;
import org.vitrine.api.image.RawBuffer;
import org.vitrine.fd.CpuAccess;
import org.vitrine.fd.Fd;
import org.vitrine.fd.OwnedFd;

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

    /**
     * Maps a buffer of any origin for reading, after the checks that are made of delivered ones.
     *
     * @param buffer its descriptors stay the caller's, and are needed only for this call
     * @return the caller's to close
     * @throws VitrineException NOT_SUPPORTED if its pixels are not {@code LINEAR}, of an unknown format, or can't be
     *     mapped; INVALID_DESCRIPTOR, UNSEALED_MEMORY or INVALID_LAYOUT if it is unsound
     */
    public static PixelMapping of(Buffer<? extends Fd> buffer) {
        try (DeliveredBuffer inspected = DeliveredBuffer.take(dup(buffer))) {
            return begin(inspected.map(Access.READ));
        }
    }

    private static RawBuffer<OwnedFd> dup(Buffer<? extends Fd> buffer) {
        List<OwnedFd> made = new ArrayList<>();
        try {
            return buffer.map(fd -> {
                        made.add(fd.dup());
                        return made.getLast();
                    })
                    .toRaw();
        } catch (RuntimeException e) {
            made.forEach(OwnedFd::close);
            throw e;
        }
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
