package org.vitrine.client;

import org.vitrine.api.error.VitrineException;

/** Makes the storage of an image's buffers. Safe for use by many threads. */
public interface BufferAllocator {
    /**
     * Makes a buffer. What it holds is zeros, or what the driver left there.
     *
     * @return the caller's to close
     * @throws VitrineException NOT_SUPPORTED if this allocator can't make such a buffer, with what to try instead;
     *     nothing is left open then
     */
    AllocatedBuffer allocate(BufferSpec spec);
}
