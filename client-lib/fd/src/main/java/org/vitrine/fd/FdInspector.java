package org.vitrine.fd;

import java.util.Optional;
import java.util.Set;

/**
 * Tells what a foreign descriptor is without ever waiting for whoever made it.
 *
 * <p>A FUSE file whose server hangs blocks {@code fstat}, {@code fstatfs}, {@code lseek} and {@code ioctl}. So only
 * {@code F_GETFL}, {@code F_GET_SEALS}, {@code fdinfo} and {@code statx} without synchronisation are asked, in this
 * order, until the file is known to be the kernel's own: only shmem and hugetlbfs answer {@code F_GET_SEALS}, and no
 * file system can write into the part of {@code fdinfo} that is read. Seals are read before the size, so that a size
 * under {@link Seal#SHRINK} is the smallest it will ever be.
 *
 * <p>Doesn't block, keeps nothing, and is safe for use by many threads.
 */
public final class FdInspector {
    private FdInspector() {}

    /**
     * Inspects a descriptor, which stays the caller's.
     *
     * @throws IllegalStateException if it is closed
     * @throws SystemCallException {@link Errno#EMFILE} if no number is left for reading {@code /proc}
     */
    public static InspectedFd inspect(Fd fd) {
        return switch (AccessMode.of(fd)) {
            case PATH_ONLY -> new RefusedFd(FdKind.PATH_ONLY);
            case WRITE_ONLY -> new RefusedFd(FdKind.WRITE_ONLY);
            case READ_ONLY, READ_WRITE -> inspectReadable(fd);
        };
    }

    private static InspectedFd inspectReadable(Fd fd) {
        Optional<Set<Seal>> seals = sealsIfMemory(fd);
        if (seals.isPresent()) {
            return inspectMemory(fd, seals.get());
        }
        Optional<DmaBufInfo> dmaBuf = DmaBufInfo.parse(ProcFd.info(fd));
        if (dmaBuf.isPresent()) {
            long inode = FileStatus.of(fd).inode();
            return new DmaBufFd(dmaBuf.get().sizeBytes(), inode, dmaBuf.get().exporterName());
        }
        return new RefusedFd(kind(fd));
    }

    private static Optional<Set<Seal>> sealsIfMemory(Fd fd) {
        try {
            return Optional.of(Memfd.seals(fd));
        } catch (SystemCallException notMemory) {
            return Optional.empty();
        }
    }

    private static InspectedFd inspectMemory(Fd fd, Set<Seal> seals) {
        if (FileSystemType.of(fd) == FileSystemType.HUGETLBFS) {
            return new RefusedFd(FdKind.HUGE_MEMORY);
        }
        FileStatus status = FileStatus.of(fd);
        if (seals.contains(Seal.SHRINK)) {
            return new SealedMemfd(status.sizeBytes(), status.inode(), seals, Memfd.enforcesReadOnly(seals));
        }
        return seals.contains(Seal.SEAL)
                ? new RefusedFd(FdKind.UNSEALABLE_MEMORY)
                : new OtherMemfd(status.sizeBytes(), status.inode(), seals);
    }

    private static FdKind kind(Fd fd) {
        return switch (ProcFd.target(fd)) {
            case "anon_inode:[eventfd]" -> FdKind.EVENTFD;
            case "anon_inode:[eventpoll]" -> FdKind.EPOLL;
            case "anon_inode:[pidfd]" -> FdKind.PIDFD;
            case "/secretmem (deleted)", "/secretmem", "anon_inode:[secretmem]" -> FdKind.SECRET_MEMORY;
            default -> kind(FileStatus.of(fd).type());
        };
    }

    private static FdKind kind(FileType type) {
        return switch (type) {
            case REGULAR -> FdKind.FILE;
            case DIRECTORY -> FdKind.DIRECTORY;
            case CHARACTER_DEVICE, BLOCK_DEVICE -> FdKind.DEVICE;
            case PIPE -> FdKind.PIPE;
            case SOCKET -> FdKind.SOCKET;
            case SYMBOLIC_LINK, NONE -> FdKind.OTHER;
        };
    }
}
