package org.vitrine.fd;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Duration;

/**
 * Waits for fences: a sync_file is a descriptor that becomes readable once, when a GPU has done what it stands for.
 *
 * <p>Ask {@link #isOne(Fd)} before anything else about a peer's. Only {@link #awaitSignalled(Fd, Duration)} blocks; all
 * of it is safe for use by many threads. Source of the constants and layouts: {@code linux/sync_file.h}.
 */
public final class SyncFile {
    /** What {@code /proc/self/fd} shows; no path of a file system begins without a slash. */
    private static final String TARGET = "anon_inode:sync_file";

    private static final long SYNC_IOC_MERGE = 0xc030_3e03L;
    private static final long SYNC_IOC_FILE_INFO = 0xc038_3e04L;

    private static final long NAME_BYTES = 32;

    /** {@code struct sync_merge_data}: name, fd2, fence, flags, pad. */
    private static final long MERGE_BYTES = 48;

    private static final long MERGE_OTHER_OFFSET = 32;
    private static final long MERGE_RESULT_OFFSET = 36;

    /** {@code struct sync_file_info}: name, status, flags, num_fences, pad, sync_fence_info. */
    private static final long INFO_BYTES = 56;

    private static final long INFO_STATUS_OFFSET = 32;
    private static final long INFO_FENCE_COUNT_OFFSET = 40;

    private SyncFile() {}

    /** Tells whether a descriptor is a sync_file; doesn't touch the file. */
    public static boolean isOne(Fd fd) {
        return ProcFd.target(fd).equals(TARGET);
    }

    /**
     * Waits until the fence is signalled, but no longer than the timeout. A fence that failed counts as signalled.
     *
     * @return false if the time ran out
     */
    public static boolean awaitSignalled(Fd syncFile, Duration timeout) {
        return Poll.await(syncFile, Poll.Event.READABLE, timeout);
    }

    /** Tells whether the fence is signalled. Once it is, it stays so. */
    public static boolean isSignalled(Fd syncFile) {
        return awaitSignalled(syncFile, Duration.ZERO);
    }

    /**
     * Makes a sync_file that is signalled when both are.
     *
     * @param name shown in debugfs only; what goes beyond 31 bytes is cut off
     * @param one stays the caller's
     * @param other stays the caller's
     * @return owned by the caller, close-on-exec
     * @throws SystemCallException {@link Errno#ENOTTY} or {@link Errno#ENOENT} if one of them is no sync_file,
     *     {@link Errno#EMFILE}
     */
    public static OwnedFd merge(String name, Fd one, Fd other) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment argument = arena.allocate(MERGE_BYTES, Long.BYTES);
            byte[] bytes = name.getBytes(UTF_8);
            MemorySegment.copy(bytes, 0, argument, JAVA_BYTE, 0, Math.min(bytes.length, (int) NAME_BYTES - 1));
            DeviceCall.ioctlPassing(one, SYNC_IOC_MERGE, argument, other, MERGE_OTHER_OFFSET);
            return DeviceCall.takeFd(argument, MERGE_RESULT_OFFSET);
        }
    }

    /**
     * Asks the kernel how the fence stands.
     *
     * @throws SystemCallException {@link Errno#ENOTTY} if it is no sync_file
     */
    public static SyncFileInfo info(Fd syncFile) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment argument = arena.allocate(INFO_BYTES, Long.BYTES);
            DeviceCall.ioctl(syncFile, SYNC_IOC_FILE_INFO, argument);
            int status = argument.get(JAVA_INT, INFO_STATUS_OFFSET);
            return new SyncFileInfo(
                    argument.asSlice(0, NAME_BYTES).getString(0),
                    SyncFileInfo.Status.ofKernel(status),
                    argument.get(JAVA_INT, INFO_FENCE_COUNT_OFFSET));
        }
    }
}
