package org.vitrine.fd;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;

/**
 * Calls {@code close} and {@code fcntl} on descriptor numbers.
 *
 * <p>Source of the constants: {@code asm-generic/fcntl.h} and {@code linux/fcntl.h}.
 */
final class DescriptorCalls {
    static final int F_GETFL = 3;
    static final int F_DUPFD_CLOEXEC = 1024 + 6;
    static final int F_ADD_SEALS = 1024 + 9;
    static final int F_GET_SEALS = 1024 + 10;

    /** Duplicates never land on standard input, output or error. */
    static final int LOWEST_DUPLICATE = 3;

    private static final MethodHandle CLOSE = NativeCall.bind("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    private static final MethodHandle FCNTL = NativeCall.bind(
            "fcntl", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT), Linker.Option.firstVariadicArg(2));

    private DescriptorCalls() {}

    /** Closes a number; on Linux it is free afterwards whatever the result, so this is never repeated. */
    static int close(int number) {
        Scratch scratch = Scratch.current();
        try {
            return NativeCall.result((int) CLOSE.invokeExact(scratch.errno(), number), scratch);
        } catch (Throwable thrown) {
            throw NativeCall.thrown(thrown);
        }
    }

    static int fcntl(int number, int command, int argument) {
        Scratch scratch = Scratch.current();
        try {
            return NativeCall.result((int) FCNTL.invokeExact(scratch.errno(), number, command, argument), scratch);
        } catch (Throwable thrown) {
            throw NativeCall.thrown(thrown);
        }
    }

    /** Duplicates a number, close-on-exec. */
    static int dup(int number) {
        return fcntl(number, F_DUPFD_CLOEXEC, LOWEST_DUPLICATE);
    }
}
