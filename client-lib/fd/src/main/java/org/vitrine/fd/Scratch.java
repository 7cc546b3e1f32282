package org.vitrine.fd;

import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;

/**
 * Holds a thread's small native memory for the arguments and the error number of one call at a time.
 *
 * <p>Freed with its thread.
 */
final class Scratch {
    private static final long BYTES = 512;
    private static final ThreadLocal<Scratch> CURRENT = ThreadLocal.withInitial(Scratch::new);

    private final MemorySegment errno;
    private final MemorySegment memory;

    private Scratch() {
        Arena arena = Arena.ofAuto();
        errno = arena.allocate(Linker.Option.captureStateLayout());
        memory = arena.allocate(BYTES, Long.BYTES);
    }

    static Scratch current() {
        return CURRENT.get();
    }

    /** Returns where a call leaves its error number. */
    MemorySegment errno() {
        return errno;
    }

    /** Returns {@value #BYTES} bytes, aligned to 8, with whatever the last call left in them. */
    MemorySegment memory() {
        return memory;
    }
}
