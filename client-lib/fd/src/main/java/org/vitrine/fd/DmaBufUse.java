package org.vitrine.fd;

/**
 * Says what is done with a dma-buf.
 *
 * <p>Source of the values: {@code linux/dma-buf.h}, {@code DMA_BUF_SYNC_READ} and {@code DMA_BUF_SYNC_WRITE}.
 */
public enum DmaBufUse {
    READ(1),
    WRITE(2),
    READ_WRITE(3);

    private final long bits;

    DmaBufUse(long bits) {
        this.bits = bits;
    }

    long bits() {
        return bits;
    }
}
