package org.vitrine.fd;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Set;

/** Reads {@code /proc/self/fdinfo} and {@code /proc/self/fd}, which never touches the file itself. */
final class ProcFd {
    private static final int INFO_BYTES = 4096;
    private static final int TARGET_BYTES = 256;

    private ProcFd() {}

    /** Returns the first 4 KiB of what the kernel tells of the descriptor. */
    static String info(Fd fd) {
        Descriptor descriptor = Descriptor.of(fd);
        int number = descriptor.enter();
        try (OwnedFd file = OpenFile.open("/proc/self/fdinfo/" + number, Set.of())) {
            return new String(OpenFile.read(file, INFO_BYTES), ISO_8859_1);
        } finally {
            descriptor.leave();
        }
    }

    /** Returns the start of the name the descriptor's file has, or had. A peer may have chosen it. */
    static String target(Fd fd) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment into = arena.allocate(TARGET_BYTES);
            long length = NativeCall.check(
                    "readlink",
                    Descriptor.callForLong(
                            fd, number -> FileCalls.readlink(arena.allocateFrom("/proc/self/fd/" + number), into)));
            return new String(into.asSlice(0, length).toArray(JAVA_BYTE), ISO_8859_1);
        }
    }
}
