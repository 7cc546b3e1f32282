package org.vitrine.fd;

/**
 * Says what a descriptor was opened for. On a memfd it protects nothing (it can be opened again through {@code /proc});
 * on a dma-buf it does.
 *
 * <p>Source of the values: {@code asm-generic/fcntl.h}, {@code O_ACCMODE}.
 */
public enum AccessMode {
    READ_ONLY,
    WRITE_ONLY,
    READ_WRITE,
    /** Only a place in the file tree ({@code O_PATH}). */
    PATH_ONLY;

    private static final int O_ACCMODE = 0x3;
    private static final int O_PATH = 0x20_0000;

    /** Asks the kernel; never blocks, whatever file it is. */
    public static AccessMode of(Fd fd) {
        int flags = NativeCall.check(
                "fcntl", Descriptor.call(fd, number -> DescriptorCalls.fcntl(number, DescriptorCalls.F_GETFL, 0)));
        if ((flags & O_PATH) != 0) {
            return PATH_ONLY;
        }
        return switch (flags & O_ACCMODE) {
            case 0 -> READ_ONLY;
            case 1 -> WRITE_ONLY;
            default -> READ_WRITE;
        };
    }

    boolean allowsReading() {
        return this == READ_ONLY || this == READ_WRITE;
    }
}
