package org.vitrine.fd;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * Lays out, in native memory used again for every call, what {@code recvmsg} and {@code sendmsg} need.
 *
 * <p>Source of the layout (64-bit Linux): {@code struct user_msghdr} and {@code struct cmsghdr} of
 * {@code linux/socket.h}, {@code struct iovec} of {@code linux/uio.h}. Freed by the garbage collector.
 */
final class MessageBuffers {
    /** Most descriptors in one message: {@code SCM_MAX_FD} of {@code net/scm.h}. */
    static final int MAX_FDS = 253;

    static final int CONTROL_HEADER_BYTES = 16;
    static final int SOL_SOCKET = 1;
    static final int SCM_RIGHTS = 1;

    private static final long HEADER_BYTES = 56;
    private static final long IOV_OFFSET = 16;
    private static final long IOV_COUNT_OFFSET = 24;
    private static final long CONTROL_OFFSET = 32;
    private static final long CONTROL_LENGTH_OFFSET = 40;
    private static final long FLAGS_OFFSET = 48;
    private static final int HEAP_COPY_BYTES = 64 * 1024;

    /** Room for the descriptors and for one further control message that a socket option may have asked for. */
    private static final long CONTROL_BYTES = CONTROL_HEADER_BYTES + 4L * MAX_FDS + 4 + 256;

    private final Arena arena = Arena.ofAuto();
    private final MemorySegment header = arena.allocate(HEADER_BYTES, 8);
    private final MemorySegment vector = arena.allocate(16, 8);
    private final MemorySegment control = arena.allocate(CONTROL_BYTES, 8);
    private @Nullable MemorySegment heapCopy;

    MessageBuffers() {
        header.set(ADDRESS, IOV_OFFSET, vector);
        header.set(JAVA_LONG, IOV_COUNT_OFFSET, 1);
        header.set(ADDRESS, CONTROL_OFFSET, control);
    }

    MemorySegment header() {
        return header;
    }

    MemorySegment control() {
        return control;
    }

    /** Returns native memory through which the bytes of a heap buffer travel. */
    MemorySegment heapCopy() {
        MemorySegment copy = heapCopy;
        if (copy == null) {
            copy = arena.allocate(HEAP_COPY_BYTES, 8);
            heapCopy = copy;
        }
        return copy;
    }

    /** Makes the header point at the bytes and at this much of the control buffer. */
    void prepare(MemorySegment bytes, long lengthBytes, long controlLengthBytes) {
        vector.set(ADDRESS, 0, bytes);
        vector.set(JAVA_LONG, 8, lengthBytes);
        header.set(JAVA_LONG, CONTROL_LENGTH_OFFSET, controlLengthBytes);
        header.set(JAVA_INT, FLAGS_OFFSET, 0);
    }

    long controlLengthBytes() {
        return header.get(JAVA_LONG, CONTROL_LENGTH_OFFSET);
    }

    int flags() {
        return header.get(JAVA_INT, FLAGS_OFFSET);
    }
}
