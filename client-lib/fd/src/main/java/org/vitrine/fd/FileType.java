package org.vitrine.fd;

/**
 * Names what a file is to the kernel.
 *
 * <p>Source of the values: {@code linux/stat.h}, {@code S_IF*}.
 */
public enum FileType {
    PIPE(0x1000),
    CHARACTER_DEVICE(0x2000),
    DIRECTORY(0x4000),
    BLOCK_DEVICE(0x6000),
    REGULAR(0x8000),
    SYMBOLIC_LINK(0xa000),
    SOCKET(0xc000),
    /** No type at all, as eventfds, epoll and the like have none. */
    NONE(0);

    private static final int S_IFMT = 0xf000;

    private final int bits;

    FileType(int bits) {
        this.bits = bits;
    }

    static FileType ofMode(int mode) {
        for (FileType type : values()) {
            if (type.bits == (mode & S_IFMT)) {
                return type;
            }
        }
        return NONE;
    }
}
