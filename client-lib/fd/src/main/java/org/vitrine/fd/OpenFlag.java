package org.vitrine.fd;

import java.util.Collection;

/**
 * Says how to open a file; without any, for reading. Close-on-exec always goes with it.
 *
 * <p>Source of the values: {@code asm-generic/fcntl.h}, and {@code asm/fcntl.h} of arm64 where it differs.
 */
public enum OpenFlag {
    /** For reading and writing ({@code O_RDWR}). */
    READ_WRITE(0x2, 0x2),
    /** Doesn't wait for a FIFO's other end or a device ({@code O_NONBLOCK}). */
    NON_BLOCK(0x800, 0x800),
    /** Only a directory ({@code O_DIRECTORY}). */
    DIRECTORY(0x1_0000, 0x4000),
    /** Not if the last part of the path is a symbolic link ({@code O_NOFOLLOW}). */
    NO_FOLLOW(0x2_0000, 0x8000),
    /** Only a place in the file tree, not the file's content ({@code O_PATH}). */
    PATH(0x20_0000, 0x20_0000);

    private static final int O_CLOEXEC = 0x8_0000;
    private static final boolean ARM = System.getProperty("os.arch", "").equals("aarch64");

    private final int genericBit;
    private final int armBit;

    OpenFlag(int genericBit, int armBit) {
        this.genericBit = genericBit;
        this.armBit = armBit;
    }

    static int bits(Collection<OpenFlag> flags) {
        return flags.stream()
                .mapToInt(flag -> ARM ? flag.armBit : flag.genericBit)
                .reduce(O_CLOEXEC, (a, b) -> a | b);
    }
}
