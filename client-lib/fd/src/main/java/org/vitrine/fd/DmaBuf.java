package org.vitrine.fd;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Brackets the processor's access to a dma-buf's memory, so that caches and the GPU agree, and takes out and puts in
 * the fences that tell when a GPU is done with it.
 *
 * <p>Source of the constants and layouts: {@code linux/dma-buf.h}. Only for descriptors that {@link FdInspector} found
 * to be dma-bufs.
 */
public final class DmaBuf {
    private static final long SYNC_END = 4;
    private static final long DMA_BUF_IOCTL_SYNC = 0x4008_6200L;
    private static final long DMA_BUF_SET_NAME_B = 0x4008_6201L;
    private static final long DMA_BUF_IOCTL_EXPORT_SYNC_FILE = 0xc008_6202L;
    private static final long DMA_BUF_IOCTL_IMPORT_SYNC_FILE = 0x4008_6203L;

    /** {@code struct dma_buf_export_sync_file}, and {@code _import_}: flags, then the descriptor, 32 bits each. */
    private static final long SYNC_FILE_ARGUMENT_BYTES = 8;

    private static final long SYNC_FILE_FD_OFFSET = 4;

    private DmaBuf() {}

    /**
     * Begins reading; close the result when done. Waits for the GPU to finish writing.
     *
     * @throws SystemCallException {@link Errno#ENOTTY} if it is no dma-buf, and errors of the driver
     */
    public static CpuAccess read(Fd dmaBuf) {
        return new CpuAccess(dmaBuf, DmaBufUse.READ.bits());
    }

    /** Begins writing, as {@link #read(Fd)}. Waits for the GPU to finish reading and writing. */
    public static CpuAccess write(Fd dmaBuf) {
        return new CpuAccess(dmaBuf, DmaBufUse.WRITE.bits());
    }

    /** Begins reading and writing, as {@link #write(Fd)}. */
    public static CpuAccess readWrite(Fd dmaBuf) {
        return new CpuAccess(dmaBuf, DmaBufUse.READ_WRITE.bits());
    }

    /**
     * Takes out, as one sync_file, what must be waited for before using the buffer: for reading, those who write it
     * now; for writing, also those who read it. What comes later is not in it. Linux 6.0. Doesn't wait; see
     * {@link SyncFile}.
     *
     * @return owned by the caller; signalled already if there is nothing to wait for
     * @throws SystemCallException {@link Errno#ENOTTY} if it is no dma-buf or the kernel is older, {@link Errno#EMFILE}
     */
    public static OwnedFd exportSyncFile(Fd dmaBuf, DmaBufUse use) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment argument = syncFileArgument(arena, use);
            DeviceCall.ioctl(dmaBuf, DMA_BUF_IOCTL_EXPORT_SYNC_FILE, argument);
            return DeviceCall.takeFd(argument, SYNC_FILE_FD_OFFSET);
        }
    }

    /**
     * Puts a fence in: whoever uses the buffer from now on waits for it, as for one who reads or writes. Linux 6.0.
     *
     * @param syncFile stays the caller's
     * @throws SystemCallException {@link Errno#EINVAL} if it is no sync_file, and as {@link #exportSyncFile(Fd,
     *     DmaBufUse)}
     */
    public static void importSyncFile(Fd dmaBuf, Fd syncFile, DmaBufUse use) {
        try (Arena arena = Arena.ofConfined()) {
            DeviceCall.ioctlPassing(
                    dmaBuf,
                    DMA_BUF_IOCTL_IMPORT_SYNC_FILE,
                    syncFileArgument(arena, use),
                    syncFile,
                    SYNC_FILE_FD_OFFSET);
        }
    }

    /** Names the buffer for people who look into {@code fdinfo} or debugfs. Means nothing to programs. Linux 5.6. */
    public static void setName(Fd dmaBuf, DmaBufName name) {
        try (Arena arena = Arena.ofConfined()) {
            DeviceCall.ioctl(dmaBuf, DMA_BUF_SET_NAME_B, arena.allocateFrom(name.text()));
        }
    }

    private static MemorySegment syncFileArgument(Arena arena, DmaBufUse use) {
        MemorySegment argument = arena.allocate(SYNC_FILE_ARGUMENT_BYTES, Integer.BYTES);
        argument.set(JAVA_INT, 0, Math.toIntExact(use.bits()));
        argument.set(JAVA_INT, SYNC_FILE_FD_OFFSET, -1);
        return argument;
    }

    static void begin(int number, long access) {
        NativeCall.check("ioctl", sync(number, access));
    }

    static void end(int number, long access) {
        NativeCall.check("ioctl", sync(number, access | SYNC_END));
    }

    private static int sync(int number, long flags) {
        MemorySegment argument = Scratch.current().memory();
        argument.set(JAVA_LONG, 0, flags);
        return DeviceCall.repeat(number, DMA_BUF_IOCTL_SYNC, argument);
    }
}
