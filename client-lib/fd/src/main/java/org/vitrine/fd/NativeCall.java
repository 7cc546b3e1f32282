package org.vitrine.fd;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Binds C library functions and gives their results the kernel's own form: zero or more, or minus the error number.
 *
 * <p>Handles are held in {@code static final} fields of small classes, so that each is made when first needed.
 */
@SuppressWarnings("restricted")
final class NativeCall {
    private NativeCall() {}

    /** Binds a function whose handle takes {@link Scratch#errno()} as its first argument. */
    static MethodHandle bind(String function, FunctionDescriptor descriptor, Linker.Option... options) {
        Linker linker = Linker.nativeLinker();
        MemorySegment address = linker.defaultLookup()
                .find(function)
                .orElseThrow(() -> new UnsatisfiedLinkError("The C library lacks " + function));
        Linker.Option[] all = Stream.concat(Stream.of(options), Stream.of(Linker.Option.captureCallState("errno")))
                .toArray(Linker.Option[]::new);
        return linker.downcallHandle(address, descriptor, all);
    }

    /** Turns −1 into minus the error number; passes on everything else. */
    static int result(int returned, Scratch scratch) {
        return returned == -1 ? -scratch.errno().get(JAVA_INT, 0) : returned;
    }

    /** Turns −1 into minus the error number; passes on everything else. */
    static long result(long returned, Scratch scratch) {
        return returned == -1 ? -scratch.errno().get(JAVA_INT, 0) : returned;
    }

    /** Returns the result, or throws if it is an error number. */
    static int check(String call, int result) {
        if (result < 0) {
            throw new SystemCallException(call, -result);
        }
        return result;
    }

    /** Returns the result, or throws if it is an error number. */
    static long check(String call, long result) {
        if (result < 0) {
            throw new SystemCallException(call, (int) -result);
        }
        return result;
    }

    /** Gives back what a method handle threw, as something that needs no {@code throws}. */
    static RuntimeException thrown(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException exception ? exception : new IllegalStateException(cause);
    }

    /** Makes the memory at an address usable until the arena closes, which then cleans up. */
    static MemorySegment memoryAt(long address, long sizeBytes, Arena arena, Consumer<MemorySegment> cleanUp) {
        return MemorySegment.ofAddress(address).reinterpret(sizeBytes, arena, cleanUp);
    }
}
