package org.vitrine.fd;

import java.util.OptionalLong;

/**
 * Recognizes dma-bufs by their inode, with less effort than {@link FdInspector} once one has been seen: all lie on one
 * file system of the kernel's own ({@code drivers/dma-buf/dma-buf.c}), which nobody can mount and whose device number
 * stays the same while the kernel runs.
 *
 * <p>Doesn't block, and is safe for use by many threads.
 */
public final class DmaBufIdentity {
    private static final long NONE_SEEN = -1;

    private static volatile long fileSystem = NONE_SEEN;

    private DmaBufIdentity() {}

    /**
     * Returns a dma-buf's inode number, the same for every duplicate and unique among dma-bufs that are alive; empty if
     * the descriptor is none that can be read.
     *
     * @throws IllegalStateException if it is closed
     * @throws SystemCallException as {@link FdInspector#inspect(Fd)}
     */
    public static OptionalLong inode(Fd fd) {
        FileStatus status = FileStatus.of(fd);
        if (status.device() == fileSystem) {
            return AccessMode.of(fd).allowsReading() ? OptionalLong.of(status.inode()) : OptionalLong.empty();
        }
        if (FdInspector.inspect(fd) instanceof DmaBufFd dmaBuf) {
            fileSystem = status.device();
            return OptionalLong.of(dmaBuf.inode());
        }
        return OptionalLong.empty();
    }
}
