package org.vitrine.fd;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Set;

/**
 * Opens files by path and reads small ones, as is needed to look into {@code /proc} without being led astray.
 *
 * <p>Opening or reading may block on a file system that another process serves; {@code /proc} itself doesn't. Safe for
 * use by many threads.
 */
public final class OpenFile {
    private OpenFile() {}

    /**
     * Opens a path.
     *
     * @param flags how; none for plain reading
     * @return owned by the caller, close-on-exec
     * @throws SystemCallException {@link Errno#ENOENT}, {@link Errno#EACCES}, {@link Errno#ELOOP} for a symbolic link
     *     under {@link OpenFlag#NO_FOLLOW}, and other errors of {@code openat}
     */
    public static OwnedFd open(String path, Set<OpenFlag> flags) {
        return open(FileCalls.AT_FDCWD, path, flags);
    }

    /**
     * Opens a path relative to a directory, which may be open with {@link OpenFlag#PATH}.
     *
     * @return owned by the caller, close-on-exec
     * @throws SystemCallException as {@link #open(String, Set)}
     */
    public static OwnedFd openAt(Fd directory, String path, Set<OpenFlag> flags) {
        Descriptor descriptor = Descriptor.of(directory);
        int number = descriptor.enter();
        try {
            return open(number, path, flags);
        } finally {
            descriptor.leave();
        }
    }

    private static OwnedFd open(int directory, String path, Set<OpenFlag> flags) {
        try (Arena arena = Arena.ofConfined()) {
            int number = FileCalls.openat(directory, arena.allocateFrom(path), OpenFlag.bits(flags));
            return RawFds.adopt(NativeCall.check("openat", number));
        }
    }

    /**
     * Reads a file from its start, up to a limit; what lies beyond is left out.
     *
     * @param maxBytes 0 or more; ask for one more than wanted to notice a file that is too long
     * @throws SystemCallException {@link Errno#EISDIR}, {@link Errno#ESPIPE} for a pipe or socket, and other errors of
     *     {@code pread}
     */
    public static byte[] read(Fd file, int maxBytes) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment content = arena.allocate(maxBytes);
            long length = 0;
            long got;
            do {
                MemorySegment rest = content.asSlice(length);
                long offset = length;
                got = NativeCall.check(
                        "pread", Descriptor.callForLong(file, number -> FileCalls.pread(number, rest, offset)));
                length += got;
            } while (got > 0 && length < maxBytes);
            return content.asSlice(0, length).toArray(JAVA_BYTE);
        }
    }
}
