package org.vitrine.gpu.drm;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.vitrine.fd.DeviceCall;
import org.vitrine.fd.Fd;
import org.vitrine.fd.OwnedFd;

/**
 * Makes the requests about sync objects, each of one handle.
 *
 * <p>Source of the constants and layouts: {@code drm/drm.h}, {@code struct drm_syncobj_*}.
 *
 * @param call to the device
 */
record SyncObjectCalls(DrmCall call) {
    private static final int CREATE_SIGNALED = 0x1;
    private static final int FD_TO_HANDLE_IMPORT_SYNC_FILE = 0x1;
    private static final int HANDLE_TO_FD_EXPORT_SYNC_FILE = 0x1;
    private static final int WAIT_FOR_SUBMIT = 0x2;

    /** {@code create} and {@code destroy}: handle, and flags or padding. */
    private static final long HANDLE_BYTES = 8;

    /** {@code handle}: handle, flags, descriptor, padding. */
    private static final long DESCRIPTOR_BYTES = 16;

    private static final long FLAGS_OFFSET = 4;
    private static final long FD_OFFSET = 8;

    int create(boolean signalled) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment argument = arena.allocate(HANDLE_BYTES, Integer.BYTES);
            argument.set(JAVA_INT, FLAGS_OFFSET, signalled ? CREATE_SIGNALED : 0);
            call.make(DrmRequest.SYNCOBJ_CREATE, argument);
            return argument.get(JAVA_INT, 0);
        }
    }

    void destroy(int handle) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment argument = arena.allocate(HANDLE_BYTES, Integer.BYTES);
            argument.set(JAVA_INT, 0, handle);
            call.make(DrmRequest.SYNCOBJ_DESTROY, argument);
        }
    }

    OwnedFd export(int handle) {
        return export(handle, 0);
    }

    OwnedFd exportSyncFile(int handle) {
        return export(handle, HANDLE_TO_FD_EXPORT_SYNC_FILE);
    }

    private OwnedFd export(int handle, int flags) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment argument = descriptorArgument(arena, handle, flags);
            call.make(DrmRequest.SYNCOBJ_HANDLE_TO_FD, argument);
            return DeviceCall.takeFd(argument, FD_OFFSET);
        }
    }

    int importSyncObject(Fd fd) {
        return importFd(0, 0, fd);
    }

    void importSyncFile(int handle, Fd syncFile) {
        importFd(handle, FD_TO_HANDLE_IMPORT_SYNC_FILE, syncFile);
    }

    private int importFd(int handle, int flags, Fd fd) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment argument = descriptorArgument(arena, handle, flags);
            call.makePassing(DrmRequest.SYNCOBJ_FD_TO_HANDLE, argument, fd, FD_OFFSET);
            return argument.get(JAVA_INT, 0);
        }
    }

    private static MemorySegment descriptorArgument(Arena arena, int handle, int flags) {
        MemorySegment argument = arena.allocate(DESCRIPTOR_BYTES, Integer.BYTES);
        argument.set(JAVA_INT, 0, handle);
        argument.set(JAVA_INT, FLAGS_OFFSET, flags);
        argument.set(JAVA_INT, FD_OFFSET, -1);
        return argument;
    }

    /** Makes {@code SYNCOBJ_SIGNAL} or {@code SYNCOBJ_RESET}: {@code array} is handles, count, padding. */
    void change(DrmRequest request, int handle) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment argument = arena.allocate(16, Long.BYTES);
            argument.set(ADDRESS, 0, arena.allocateFrom(JAVA_INT, handle));
            argument.set(JAVA_INT, 8, 1);
            call.make(request, argument);
        }
    }

    /** {@code wait}: handles, timeout, count, flags, first signalled, padding. */
    boolean await(int handle, long deadlineNanos) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment argument = arena.allocate(32, Long.BYTES);
            argument.set(ADDRESS, 0, arena.allocateFrom(JAVA_INT, handle));
            argument.set(JAVA_LONG, 8, deadlineNanos);
            argument.set(JAVA_INT, 16, 1);
            argument.set(JAVA_INT, 20, WAIT_FOR_SUBMIT);
            return call.makeWaiting(DrmRequest.SYNCOBJ_WAIT, argument);
        }
    }

    /** {@code timeline_wait}: handles, points, timeout, count, flags, first signalled, padding. */
    boolean await(int handle, long point, long deadlineNanos) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment argument = arena.allocate(40, Long.BYTES);
            argument.set(ADDRESS, 0, arena.allocateFrom(JAVA_INT, handle));
            argument.set(ADDRESS, 8, arena.allocateFrom(JAVA_LONG, point));
            argument.set(JAVA_LONG, 16, deadlineNanos);
            argument.set(JAVA_INT, 24, 1);
            argument.set(JAVA_INT, 28, WAIT_FOR_SUBMIT);
            return call.makeWaiting(DrmRequest.SYNCOBJ_TIMELINE_WAIT, argument);
        }
    }

    void signal(int handle, long point) {
        points(DrmRequest.SYNCOBJ_TIMELINE_SIGNAL, handle, point);
    }

    long query(int handle) {
        return points(DrmRequest.SYNCOBJ_QUERY, handle, 0);
    }

    /** {@code timeline_array}: handles, points, count, flags. Returns the point as the kernel left it. */
    private long points(DrmRequest request, int handle, long point) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment argument = arena.allocate(24, Long.BYTES);
            MemorySegment pointInOut = arena.allocateFrom(JAVA_LONG, point);
            argument.set(ADDRESS, 0, arena.allocateFrom(JAVA_INT, handle));
            argument.set(ADDRESS, 8, pointInOut);
            argument.set(JAVA_INT, 16, 1);
            call.make(request, argument);
            return pointInOut.get(JAVA_LONG, 0);
        }
    }

    /** {@code transfer}: source handle, target handle, source point, target point, flags, padding. */
    void transfer(int from, long fromPoint, int to, long toPoint) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment argument = arena.allocate(32, Long.BYTES);
            argument.set(JAVA_INT, 0, from);
            argument.set(JAVA_INT, 4, to);
            argument.set(JAVA_LONG, 8, fromPoint);
            argument.set(JAVA_LONG, 16, toPoint);
            call.make(DrmRequest.SYNCOBJ_TRANSFER, argument);
        }
    }
}
