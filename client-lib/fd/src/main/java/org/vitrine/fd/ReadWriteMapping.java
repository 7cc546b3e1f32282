package org.vitrine.fd;

/** Maps memory for reading and writing; see {@link Mapping}. */
public final class ReadWriteMapping extends Mapping {
    ReadWriteMapping(Fd fd, long sizeBytes) {
        super(fd, sizeBytes, MemoryCalls.PROT_READ | MemoryCalls.PROT_WRITE);
    }
}
