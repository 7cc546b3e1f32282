package org.vitrine.fd;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.EnumSet;
import java.util.Set;

/**
 * Makes and seals files that live in memory only.
 *
 * <p>A producer makes one, maps it for writing, seals it with {@link #sealForSharing(Fd)} and sends it. Nothing here
 * blocks; all of it is safe for use by many threads.
 */
public final class Memfd {
    private static final Set<Seal> SEALS_FOR_SHARING = Set.of(Seal.SHRINK, Seal.GROW, Seal.FUTURE_WRITE, Seal.SEAL);

    private Memfd() {}

    /**
     * Makes a memfd that can be sealed, close-on-exec, not executable where the kernel knows how (Linux 6.3), filled
     * with zeros.
     *
     * @param name shown in {@code /proc} only; at most 249 bytes of UTF-8, no NUL
     * @param sizeBytes its size, 0 or more
     * @return owned by the caller
     * @throws SystemCallException {@link Errno#EMFILE}, {@link Errno#ENOMEM}, or {@link Errno#EFBIG} for a size that
     *     the kernel or a limit refuses
     */
    public static OwnedFd create(String name, long sizeBytes) {
        if (sizeBytes < 0) {
            throw new IllegalArgumentException("A size is not negative");
        }
        int flags = MemoryCalls.MFD_CLOEXEC | MemoryCalls.MFD_ALLOW_SEALING;
        try (OwnedFd fd = createEmpty(name, flags)) {
            NativeCall.check("ftruncate", Descriptor.call(fd, number -> MemoryCalls.ftruncate(number, sizeBytes)));
            return fd.steal();
        }
    }

    private static OwnedFd createEmpty(String name, int flags) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment nativeName = arena.allocateFrom(name);
            int number = MemoryCalls.memfdCreate(nativeName, flags | MemoryCalls.MFD_NOEXEC_SEAL);
            if (number == -Errno.EINVAL.value()) {
                number = MemoryCalls.memfdCreate(nativeName, flags);
            }
            return RawFds.adopt(NativeCall.check("memfd_create", number));
        }
    }

    /**
     * Adds seals; none can ever be taken away.
     *
     * @throws SystemCallException {@link Errno#EPERM} if {@link Seal#SEAL} is set or the descriptor is read-only,
     *     {@link Errno#EBUSY} for {@link Seal#WRITE} while a writable mapping exists, {@link Errno#EINVAL} if the file
     *     is no memfd
     */
    public static void addSeals(Fd fd, Set<Seal> seals) {
        int bits = Seal.bits(seals);
        NativeCall.check(
                "fcntl",
                Descriptor.call(fd, number -> DescriptorCalls.fcntl(number, DescriptorCalls.F_ADD_SEALS, bits)));
    }

    /**
     * Seals a finished memfd so that the broker accepts it: fixed size, read-only for everybody but the mappings that
     * exist already, and no further seals.
     *
     * <p>Map it for writing <em>before</em>.
     *
     * @throws SystemCallException as {@link #addSeals(Fd, Set)}
     */
    public static void sealForSharing(Fd fd) {
        addSeals(fd, SEALS_FOR_SHARING);
    }

    /**
     * Reads the seals. Never blocks, whatever file it is.
     *
     * @throws SystemCallException {@link Errno#EINVAL} if the file is neither a memfd nor on tmpfs or hugetlbfs
     */
    public static Set<Seal> seals(Fd fd) {
        return Seal.ofBits(NativeCall.check(
                "fcntl", Descriptor.call(fd, number -> DescriptorCalls.fcntl(number, DescriptorCalls.F_GET_SEALS, 0))));
    }

    /**
     * Tells whether seals keep everyone but the producer's own mappings from changing size or content: the size fixed,
     * no new writes, and no way to add a seal.
     */
    public static boolean enforcesReadOnly(Set<Seal> seals) {
        Set<Seal> size = EnumSet.of(Seal.SHRINK, Seal.GROW, Seal.SEAL);
        return seals.containsAll(size) && (seals.contains(Seal.WRITE) || seals.contains(Seal.FUTURE_WRITE));
    }
}
