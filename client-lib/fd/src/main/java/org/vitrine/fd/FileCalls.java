package org.vitrine.fd;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** Calls {@code openat}, {@code pread} and {@code readlink}. */
final class FileCalls {
    /** Means "relative to the working directory" ({@code linux/fcntl.h}). */
    static final int AT_FDCWD = -100;

    private static final MethodHandle OPENAT = NativeCall.bind(
            "openat", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT), Linker.Option.firstVariadicArg(3));
    private static final MethodHandle PREAD =
            NativeCall.bind("pread", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_LONG));
    private static final MethodHandle READLINK =
            NativeCall.bind("readlink", FunctionDescriptor.of(JAVA_LONG, ADDRESS, ADDRESS, JAVA_LONG));

    private FileCalls() {}

    static int openat(int directory, MemorySegment path, int flags) {
        Scratch scratch = Scratch.current();
        try {
            int result;
            do {
                result = NativeCall.result((int) OPENAT.invokeExact(scratch.errno(), directory, path, flags), scratch);
            } while (result == -Errno.EINTR.value());
            return result;
        } catch (Throwable thrown) {
            throw NativeCall.thrown(thrown);
        }
    }

    static long pread(int number, MemorySegment into, long offsetBytes) {
        Scratch scratch = Scratch.current();
        try {
            long result;
            do {
                result = NativeCall.result(
                        (long) PREAD.invokeExact(scratch.errno(), number, into, into.byteSize(), offsetBytes), scratch);
            } while (result == -Errno.EINTR.value());
            return result;
        } catch (Throwable thrown) {
            throw NativeCall.thrown(thrown);
        }
    }

    static long readlink(MemorySegment path, MemorySegment into) {
        Scratch scratch = Scratch.current();
        try {
            return NativeCall.result(
                    (long) READLINK.invokeExact(scratch.errno(), path, into, into.byteSize()), scratch);
        } catch (Throwable thrown) {
            throw NativeCall.thrown(thrown);
        }
    }
}
