package org.vitrine.fd;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * Holds two Unix sockets connected to each other, close-on-exec and blocking.
 *
 * <p>Source of the constants: {@code linux/socket.h}, {@code linux/net.h}.
 *
 * @param one owned by the caller
 * @param other owned by the caller
 */
public record SocketPair(OwnedFd one, OwnedFd other) implements AutoCloseable {
    private static final int AF_UNIX = 1;
    private static final int SOCK_STREAM = 1;
    private static final int SOCK_SEQPACKET = 5;
    private static final int SOCK_CLOEXEC = 0x8_0000;

    private static final MethodHandle SOCKETPAIR =
            NativeCall.bind("socketpair", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS));

    /** Makes a pair of stream sockets. */
    public static SocketPair stream() {
        return create(SOCK_STREAM);
    }

    /** Makes a pair of sockets that keep the borders of messages. */
    public static SocketPair seqpacket() {
        return create(SOCK_SEQPACKET);
    }

    private static SocketPair create(int type) {
        Scratch scratch = Scratch.current();
        MemorySegment numbers = scratch.memory();
        try {
            NativeCall.check(
                    "socketpair",
                    NativeCall.result(
                            (int) SOCKETPAIR.invokeExact(scratch.errno(), AF_UNIX, type | SOCK_CLOEXEC, 0, numbers),
                            scratch));
        } catch (Throwable thrown) {
            throw NativeCall.thrown(thrown);
        }
        int one = numbers.get(JAVA_INT, 0);
        int other = numbers.get(JAVA_INT, 4);
        return new SocketPair(RawFds.adopt(one), RawFds.adopt(other));
    }

    /** Closes those of the two that are still owned here. */
    @Override
    public void close() {
        if (one.isOpen()) {
            one.close();
        }
        if (other.isOpen()) {
            other.close();
        }
    }
}
