package org.vitrine.client;

import java.lang.foreign.MemorySegment;

/**
 * Shows one plane of a picture in memory.
 *
 * @param memory the plane from its first to after its last byte; read-only for a picture that may only be looked at
 * @param strideBytes from one row to the next
 * @param rowBytes of a row that hold pixels; what follows up to the stride is padding
 * @param rows how many rows there are
 */
public record PixelPlane(MemorySegment memory, long strideBytes, long rowBytes, long rows) {
    /**
     * Returns the pixels of one row, without padding.
     *
     * @param row counted from 0
     */
    public MemorySegment row(long row) {
        return memory.asSlice(Math.multiplyExact(row, strideBytes), rowBytes);
    }

    /** Copies the plane, padding and all; the copy's memory is the garbage collector's. */
    PixelPlane copy() {
        byte[] bytes = new byte[Math.toIntExact(memory.byteSize())];
        return new PixelPlane(MemorySegment.ofArray(bytes).copyFrom(memory), strideBytes, rowBytes, rows);
    }
}
