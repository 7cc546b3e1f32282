package org.vitrine.fd;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * Asks with {@code fstatfs} which file system an open file is on.
 *
 * <p>Blocks on a FUSE file whose server hangs: only for files that are known to be the kernel's own. Source of the
 * constants: {@code linux/magic.h}.
 */
final class FileSystemType {
    static final long HUGETLBFS = 0x9584_58f6L;

    private static final MethodHandle FSTATFS =
            NativeCall.bind("fstatfs", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));

    private FileSystemType() {}

    static long of(Fd kernelFile) {
        MemorySegment buffer = Scratch.current().memory();
        NativeCall.check("fstatfs", Descriptor.call(kernelFile, number -> fstatfs(number, buffer)));
        return buffer.get(JAVA_LONG, 0);
    }

    private static int fstatfs(int number, MemorySegment buffer) {
        Scratch scratch = Scratch.current();
        try {
            return NativeCall.result((int) FSTATFS.invokeExact(scratch.errno(), number, buffer), scratch);
        } catch (Throwable thrown) {
            throw NativeCall.thrown(thrown);
        }
    }
}
