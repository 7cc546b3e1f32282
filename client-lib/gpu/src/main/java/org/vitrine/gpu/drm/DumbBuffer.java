package org.vitrine.gpu.drm;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.vitrine.api.error.VitrineException;
import org.vitrine.fd.OwnedFd;

/**
 * Holds a dumb buffer: linear memory that a display controller can show and the processor can draw into, made without
 * help of the driver's library. Drawn into through its PRIME descriptor, which is mapped like every dma-buf.
 */
public final class DumbBuffer implements AutoCloseable {
    private static final long DESTROY_BYTES = 4;

    private final GemHandle handle;
    private final long pitchBytes;
    private final long sizeBytes;

    private DumbBuffer(GemHandle handle, DumbSize.Made made) {
        this.handle = handle;
        pitchBytes = made.pitchBytes();
        sizeBytes = made.sizeBytes();
    }

    /**
     * Makes a dumb buffer, filled with zeros.
     *
     * @param device on a primary node
     * @return the caller's to close, before the device
     * @throws VitrineException NOT_ALLOWED on a render node, NOT_SUPPORTED if the driver makes none of this size or
     *     depth, LIMITS_EXCEEDED if there is no memory
     */
    public static DumbBuffer create(DrmDevice device, DumbSize size) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment argument = size.encode(arena);
            device.call().make(DrmRequest.MODE_CREATE_DUMB, argument);
            DumbSize.Made made = DumbSize.Made.decode(argument);
            return new DumbBuffer(device.handles().take(made.handle(), number -> destroy(device.call(), number)), made);
        }
    }

    private static void destroy(DrmCall call, int number) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment argument = arena.allocate(DESTROY_BYTES, Integer.BYTES);
            argument.set(JAVA_INT, 0, number);
            call.make(DrmRequest.MODE_DESTROY_DUMB, argument);
        }
    }

    /** Returns the handle, lent: it stays this buffer's to close. */
    public GemHandle handle() {
        return handle;
    }

    /** Returns how far apart the driver put the rows, in bytes. */
    public long pitchBytes() {
        return pitchBytes;
    }

    /** Returns the size of the whole buffer, in bytes. */
    public long sizeBytes() {
        return sizeBytes;
    }

    /** Makes a PRIME descriptor, as {@link GemHandle#exportPrime()}; it keeps the memory after this is closed. */
    public OwnedFd exportPrime() {
        return handle.exportPrime();
    }

    /**
     * Lets the buffer go; the memory is freed when nobody else holds it.
     *
     * @throws IllegalStateException the second time
     */
    @Override
    public void close() {
        handle.close();
    }
}
