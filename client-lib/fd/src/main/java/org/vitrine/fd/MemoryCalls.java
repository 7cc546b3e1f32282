package org.vitrine.fd;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * Calls {@code memfd_create}, {@code ftruncate}, {@code mmap} and {@code munmap}.
 *
 * <p>Source of the constants: {@code linux/memfd.h} and {@code asm-generic/mman-common.h}.
 */
final class MemoryCalls {
    static final int MFD_CLOEXEC = 0x1;
    static final int MFD_ALLOW_SEALING = 0x2;
    static final int MFD_NOEXEC_SEAL = 0x8;
    static final int PROT_READ = 0x1;
    static final int PROT_WRITE = 0x2;
    static final int MAP_SHARED = 0x1;

    private static final MethodHandle MEMFD_CREATE =
            NativeCall.bind("memfd_create", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
    private static final MethodHandle FTRUNCATE =
            NativeCall.bind("ftruncate", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG));
    private static final MethodHandle MMAP = NativeCall.bind(
            "mmap", FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG));
    private static final MethodHandle MUNMAP =
            NativeCall.bind("munmap", FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG));

    private MemoryCalls() {}

    static int memfdCreate(MemorySegment name, int flags) {
        Scratch scratch = Scratch.current();
        try {
            return NativeCall.result((int) MEMFD_CREATE.invokeExact(scratch.errno(), name, flags), scratch);
        } catch (Throwable thrown) {
            throw NativeCall.thrown(thrown);
        }
    }

    static int ftruncate(int number, long sizeBytes) {
        Scratch scratch = Scratch.current();
        try {
            return NativeCall.result((int) FTRUNCATE.invokeExact(scratch.errno(), number, sizeBytes), scratch);
        } catch (Throwable thrown) {
            throw NativeCall.thrown(thrown);
        }
    }

    /** Maps a whole file from its start, shared; returns the address. */
    static long mmap(int number, long sizeBytes, int protection) {
        Scratch scratch = Scratch.current();
        try {
            long address = (long) MMAP.invokeExact(scratch.errno(), 0L, sizeBytes, protection, MAP_SHARED, number, 0L);
            return NativeCall.result(address, scratch);
        } catch (Throwable thrown) {
            throw NativeCall.thrown(thrown);
        }
    }

    static void unmap(MemorySegment memory) {
        NativeCall.check("munmap", munmap(memory.address(), memory.byteSize()));
    }

    private static int munmap(long address, long sizeBytes) {
        Scratch scratch = Scratch.current();
        try {
            return NativeCall.result((int) MUNMAP.invokeExact(scratch.errno(), address, sizeBytes), scratch);
        } catch (Throwable thrown) {
            throw NativeCall.thrown(thrown);
        }
    }
}
