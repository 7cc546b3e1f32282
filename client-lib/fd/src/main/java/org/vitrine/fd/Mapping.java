package org.vitrine.fd;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Maps the memory of a memfd or dma-buf, shared with everyone who has it.
 *
 * <p>Outlives the descriptor it was made from. Never map memory that may shrink: Java code that touches what is gone
 * gets an {@link InternalError}, native code ends the process. {@link SealedMemfd} and {@link DmaBufFd} can't shrink.
 * Safe for use by many threads; making and closing one doesn't block on a peer.
 */
public abstract sealed class Mapping implements AutoCloseable permits ReadOnlyMapping, ReadWriteMapping {
    private final Arena arena = Arena.ofShared();
    private final MemorySegment segment;

    Mapping(Fd fd, long sizeBytes, int protection) {
        if (sizeBytes <= 0) {
            throw new IllegalArgumentException("A mapping has at least one byte");
        }
        long address = NativeCall.check(
                "mmap", Descriptor.callForLong(fd, number -> MemoryCalls.mmap(number, sizeBytes, protection)));
        segment = NativeCall.memoryAt(address, sizeBytes, arena, MemoryCalls::unmap);
    }

    /**
     * Maps from the start for reading.
     *
     * @param fd stays the caller's
     * @param sizeBytes 1 or more, and no more than the inspected size
     * @return owned by the caller
     * @throws SystemCallException {@link Errno#EACCES} if the descriptor isn't open for reading, {@link Errno#ENOMEM},
     *     {@link Errno#ENODEV} if the file can't be mapped
     */
    public static ReadOnlyMapping readOnly(Fd fd, long sizeBytes) {
        return new ReadOnlyMapping(fd, sizeBytes);
    }

    /**
     * Maps from the start for reading and writing.
     *
     * @param fd stays the caller's
     * @param sizeBytes 1 or more, and no more than the inspected size
     * @return owned by the caller
     * @throws SystemCallException {@link Errno#EPERM} if seals forbid writing, {@link Errno#EACCES} if the descriptor
     *     isn't open for writing, and as {@link #readOnly(Fd, long)}
     */
    public static ReadWriteMapping readWrite(Fd fd, long sizeBytes) {
        return new ReadWriteMapping(fd, sizeBytes);
    }

    /** Returns the memory, usable until {@link #close()}; read-only for a {@link ReadOnlyMapping}. */
    public MemorySegment segment() {
        return segment;
    }

    /**
     * Unmaps the memory; every later access through the segment throws.
     *
     * @throws IllegalStateException if it is closed already, or a native call is using the memory right now
     */
    @Override
    public void close() {
        arena.close();
    }
}
