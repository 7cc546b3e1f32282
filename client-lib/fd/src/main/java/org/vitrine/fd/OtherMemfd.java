package org.vitrine.fd;

import java.util.Set;

/**
 * Describes a memfd whose size proves nothing, since it may shrink at any moment. Never map it.
 *
 * @param sizeBytes its size when inspected
 * @param inode its inode number, the same for every duplicate
 * @param seals its seals, {@link Seal#SHRINK} not among them
 */
public record OtherMemfd(long sizeBytes, long inode, Set<Seal> seals) implements InspectedFd {
    /** Checks the parts. */
    public OtherMemfd {
        seals = Set.copyOf(seals);
        if (sizeBytes < 0 || seals.contains(Seal.SHRINK)) {
            throw new IllegalArgumentException("This memfd has a size and may shrink");
        }
    }
}
