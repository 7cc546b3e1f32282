package org.vitrine.fd;

import java.lang.foreign.MemorySegment;

/** Maps memory that neither Java nor native code can write through; see {@link Mapping}. */
public final class ReadOnlyMapping extends Mapping {
    ReadOnlyMapping(Fd fd, long sizeBytes) {
        super(fd, sizeBytes, MemoryCalls.PROT_READ);
    }

    @Override
    public MemorySegment segment() {
        return super.segment().asReadOnly();
    }
}
