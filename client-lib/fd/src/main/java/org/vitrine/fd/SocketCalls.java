package org.vitrine.fd;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * Calls {@code recvmsg}, {@code sendmsg} and {@code shutdown}, on one message header each.
 *
 * <p>Source of the constants: {@code linux/socket.h}.
 */
final class SocketCalls {
    static final int MSG_CTRUNC = 0x8;
    static final int MSG_DONTWAIT = 0x40;
    static final int MSG_NOSIGNAL = 0x4000;
    static final int MSG_CMSG_CLOEXEC = 0x4000_0000;
    static final int SHUT_RDWR = 2;

    private static final FunctionDescriptor MESSAGE_CALL =
            FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT);
    private static final MethodHandle RECVMSG = NativeCall.bind("recvmsg", MESSAGE_CALL);
    private static final MethodHandle SENDMSG = NativeCall.bind("sendmsg", MESSAGE_CALL);
    private static final MethodHandle SHUTDOWN =
            NativeCall.bind("shutdown", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));

    private SocketCalls() {}

    static long recvmsg(int number, MemorySegment header, int flags) {
        Scratch scratch = Scratch.current();
        try {
            long result;
            do {
                result = NativeCall.result((long) RECVMSG.invokeExact(scratch.errno(), number, header, flags), scratch);
            } while (result == -Errno.EINTR.value());
            return result;
        } catch (Throwable thrown) {
            throw NativeCall.thrown(thrown);
        }
    }

    static long sendmsg(int number, MemorySegment header, int flags) {
        Scratch scratch = Scratch.current();
        try {
            long result;
            do {
                result = NativeCall.result((long) SENDMSG.invokeExact(scratch.errno(), number, header, flags), scratch);
            } while (result == -Errno.EINTR.value());
            return result;
        } catch (Throwable thrown) {
            throw NativeCall.thrown(thrown);
        }
    }

    static int shutdown(int number, int direction) {
        Scratch scratch = Scratch.current();
        try {
            return NativeCall.result((int) SHUTDOWN.invokeExact(scratch.errno(), number, direction), scratch);
        } catch (Throwable thrown) {
            throw NativeCall.thrown(thrown);
        }
    }
}
