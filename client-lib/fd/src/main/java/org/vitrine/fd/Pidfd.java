package org.vitrine.fd;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;

/**
 * Holds on to processes by descriptor, which unlike a pid never comes to mean another process.
 *
 * <p>Nothing here blocks; safe for use by many threads. A pidfd becomes readable ({@link Poll}) when its process ends.
 * Source of the call numbers, the same on every architecture: {@code asm-generic/unistd.h}.
 */
public final class Pidfd {
    private static final long PIDFD_OPEN = 434;
    private static final long PIDFD_GETFD = 438;

    private static final MethodHandle SYSCALL = NativeCall.bind(
            "syscall",
            FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG),
            Linker.Option.firstVariadicArg(1));

    private Pidfd() {}

    /**
     * Opens a process.
     *
     * @return owned by the caller, close-on-exec
     * @throws SystemCallException {@link Errno#ESRCH} if there is no such process
     */
    public static OwnedFd open(int pid) {
        return RawFds.adopt((int) NativeCall.check("pidfd_open", syscall(PIDFD_OPEN, pid, 0, 0)));
    }

    /**
     * Duplicates another process's descriptor into this one.
     *
     * @param number the descriptor's number over there
     * @return owned by the caller, close-on-exec
     * @throws SystemCallException {@link Errno#EPERM} without the right to trace that process, {@link Errno#EBADF} if
     *     it has no such descriptor, {@link Errno#ESRCH} if it has ended
     */
    public static OwnedFd dupFrom(Fd pidfd, int number) {
        return RawFds.adopt((int) NativeCall.check(
                "pidfd_getfd", Descriptor.callForLong(pidfd, own -> syscall(PIDFD_GETFD, own, number, 0))));
    }

    private static long syscall(long call, long first, long second, long third) {
        Scratch scratch = Scratch.current();
        try {
            return NativeCall.result((long) SYSCALL.invokeExact(scratch.errno(), call, first, second, third), scratch);
        } catch (Throwable thrown) {
            throw NativeCall.thrown(thrown);
        }
    }
}
