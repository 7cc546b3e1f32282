package org.vitrine.fd;

/**
 * Describes a dma-buf. Its size is fixed for ever; whether it may be written is said by {@link AccessMode#of(Fd)}.
 *
 * @param sizeBytes its size
 * @param inode its inode number, the same for every duplicate and unique among dma-bufs
 * @param exporterName the name of the kernel driver that made it, for example {@code "udmabuf"}
 */
public record DmaBufFd(long sizeBytes, long inode, String exporterName) implements InspectedFd {
    /** Checks the parts. */
    public DmaBufFd {
        if (sizeBytes < 0 || exporterName.isEmpty()) {
            throw new IllegalArgumentException("A dma-buf has a size and an exporter");
        }
    }
}
