package org.vitrine.fd;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * Calls {@code ioctl} on a device or dma-buf, with an argument in native memory.
 *
 * <p>A call that a signal interrupted, or that the driver wants repeated, is made again, as libdrm's {@code drmIoctl}
 * does; so only idempotent or not yet begun requests are to come here, which those of DRM, dma-buf and sync_file are.
 * Never for a descriptor of a peer's that was not inspected. Descriptor numbers stay inside: one that the request
 * passes is written into the argument here, and one that it brings is taken out by {@link #takeFd(MemorySegment,
 * long)}. Blocks as long as the driver does; safe for use by many threads.
 */
public final class DeviceCall {
    private static final MethodHandle IOCTL = NativeCall.bind(
            "ioctl", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS), Linker.Option.firstVariadicArg(2));

    private DeviceCall() {}

    /**
     * Makes a call.
     *
     * @param device stays the caller's, and stays open meanwhile
     * @param request the request's number, from the kernel's header
     * @param argument the request's struct, in native memory
     * @return what the driver returned, 0 or more
     * @throws SystemCallException with the driver's error
     */
    public static int ioctl(Fd device, long request, MemorySegment argument) {
        return NativeCall.check("ioctl", Descriptor.call(device, number -> repeat(number, request, argument)));
    }

    /**
     * Makes a call that passes a descriptor, which stays the caller's and stays open meanwhile.
     *
     * @param passed written into the argument as 32 bits
     * @param offsetBytes where in the argument
     * @return as {@link #ioctl(Fd, long, MemorySegment)}
     * @throws SystemCallException as {@link #ioctl(Fd, long, MemorySegment)}
     */
    public static int ioctlPassing(Fd device, long request, MemorySegment argument, Fd passed, long offsetBytes) {
        return NativeCall.check("ioctl", Descriptor.call(passed, passedNumber -> {
            argument.set(JAVA_INT, offsetBytes, passedNumber);
            return Descriptor.call(device, number -> repeat(number, request, argument));
        }));
    }

    /**
     * Takes over the descriptor that a successful call left in its argument. Once for each call.
     *
     * @param offsetBytes where its 32 bits are
     * @return owned by the caller; close-on-exec if the request asked for that
     */
    public static OwnedFd takeFd(MemorySegment argument, long offsetBytes) {
        return RawFds.adopt(argument.get(JAVA_INT, offsetBytes));
    }

    /** Calls until the driver doesn't want it repeated; returns its result, or minus the error number. */
    static int repeat(int number, long request, MemorySegment argument) {
        Scratch scratch = Scratch.current();
        try {
            int result;
            do {
                result =
                        NativeCall.result((int) IOCTL.invokeExact(scratch.errno(), number, request, argument), scratch);
            } while (result == -Errno.EINTR.value() || result == -Errno.EAGAIN.value());
            return result;
        } catch (Throwable thrown) {
            throw NativeCall.thrown(thrown);
        }
    }
}
