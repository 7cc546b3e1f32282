package org.vitrine.fd;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * Brackets the processor's access to a dma-buf's memory, so that caches and the GPU agree.
 *
 * <p>Source of the constants and layout: {@code linux/dma-buf.h}, {@code DMA_BUF_IOCTL_SYNC}. Only for descriptors that
 * {@link FdInspector} found to be dma-bufs.
 */
public final class DmaBuf {
    static final long SYNC_READ = 1;
    static final long SYNC_WRITE = 2;
    private static final long SYNC_END = 4;
    private static final long DMA_BUF_IOCTL_SYNC = 0x4008_6200L;

    private static final MethodHandle IOCTL = NativeCall.bind(
            "ioctl", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS), Linker.Option.firstVariadicArg(2));

    private DmaBuf() {}

    /**
     * Begins reading; close the result when done. Waits for the GPU to finish writing.
     *
     * @throws SystemCallException {@link Errno#ENOTTY} if it is no dma-buf, and errors of the driver
     */
    public static CpuAccess read(Fd dmaBuf) {
        return new CpuAccess(dmaBuf, SYNC_READ);
    }

    /** Begins writing, as {@link #read(Fd)}. Waits for the GPU to finish reading and writing. */
    public static CpuAccess write(Fd dmaBuf) {
        return new CpuAccess(dmaBuf, SYNC_WRITE);
    }

    /** Begins reading and writing, as {@link #write(Fd)}. */
    public static CpuAccess readWrite(Fd dmaBuf) {
        return new CpuAccess(dmaBuf, SYNC_READ | SYNC_WRITE);
    }

    static void begin(int number, long access) {
        NativeCall.check("ioctl", sync(number, access));
    }

    static void end(int number, long access) {
        NativeCall.check("ioctl", sync(number, access | SYNC_END));
    }

    private static int sync(int number, long flags) {
        Scratch scratch = Scratch.current();
        MemorySegment argument = scratch.memory();
        argument.set(JAVA_LONG, 0, flags);
        try {
            int result;
            do {
                result = NativeCall.result(
                        (int) IOCTL.invokeExact(scratch.errno(), number, DMA_BUF_IOCTL_SYNC, argument), scratch);
            } while (result == -Errno.EINTR.value() || result == -Errno.EAGAIN.value());
            return result;
        } catch (Throwable thrown) {
            throw NativeCall.thrown(thrown);
        }
    }
}
