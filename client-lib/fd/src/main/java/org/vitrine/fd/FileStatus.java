package org.vitrine.fd;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * Holds what {@code statx} tells of an open file.
 *
 * <p>Source of the layout and constants: {@code linux/stat.h}.
 *
 * @param type what the file is
 * @param uid the owner, 0…2^32−1
 * @param device the number of the file system's device, major in the upper 32 bits and minor in the lower
 * @param inode the inode number, as 64 bits
 * @param sizeBytes the size it claims; directories and devices claim what they like
 */
public record FileStatus(FileType type, long uid, long device, long inode, long sizeBytes) {
    private static final int AT_EMPTY_PATH = 0x1000;
    private static final int AT_STATX_DONT_SYNC = 0x4000;
    private static final int STATX_BASIC_STATS = 0x7ff;
    private static final long UID_OFFSET = 20;
    private static final long MODE_OFFSET = 28;
    private static final long INODE_OFFSET = 32;
    private static final long SIZE_OFFSET = 40;
    private static final long DEVICE_MAJOR_OFFSET = 136;
    private static final long DEVICE_MINOR_OFFSET = 140;
    private static final long STATX_BYTES = 256;

    private static final MethodHandle STATX =
            NativeCall.bind("statx", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS));

    /**
     * Asks the kernel for what it knows already, so that it never blocks, not even on a file system whose server hangs;
     * there the answer may be out of date. Safe for use by many threads.
     *
     * @throws SystemCallException errors of {@code statx}
     */
    public static FileStatus of(Fd fd) {
        MemorySegment buffer = Scratch.current().memory();
        NativeCall.check("statx", Descriptor.call(fd, number -> statx(number, buffer)));
        return new FileStatus(
                FileType.ofMode(buffer.get(JAVA_SHORT, MODE_OFFSET)),
                Integer.toUnsignedLong(buffer.get(JAVA_INT, UID_OFFSET)),
                (long) buffer.get(JAVA_INT, DEVICE_MAJOR_OFFSET) << Integer.SIZE
                        | Integer.toUnsignedLong(buffer.get(JAVA_INT, DEVICE_MINOR_OFFSET)),
                buffer.get(JAVA_LONG, INODE_OFFSET),
                buffer.get(JAVA_LONG, SIZE_OFFSET));
    }

    private static int statx(int number, MemorySegment buffer) {
        Scratch scratch = Scratch.current();
        MemorySegment emptyPath = buffer.asSlice(STATX_BYTES, 1).fill((byte) 0);
        int flags = AT_EMPTY_PATH | AT_STATX_DONT_SYNC;
        try {
            return NativeCall.result(
                    (int) STATX.invokeExact(scratch.errno(), number, emptyPath, flags, STATX_BASIC_STATS, buffer),
                    scratch);
        } catch (Throwable thrown) {
            throw NativeCall.thrown(thrown);
        }
    }
}
