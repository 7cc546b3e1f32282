package org.vitrine.fd;

import java.util.Set;

/**
 * Describes a memfd that can never shrink.
 *
 * @param sizeBytes its size when inspected, which it never falls below
 * @param inode its inode number, the same for every duplicate
 * @param seals its seals, {@link Seal#SHRINK} among them
 * @param readOnlyEnforced whether {@link Memfd#enforcesReadOnly(Set)} holds
 */
public record SealedMemfd(long sizeBytes, long inode, Set<Seal> seals, boolean readOnlyEnforced)
        implements InspectedFd {
    /** Checks the parts. */
    public SealedMemfd {
        seals = Set.copyOf(seals);
        if (sizeBytes < 0 || !seals.contains(Seal.SHRINK)) {
            throw new IllegalArgumentException("A sealed memfd has a size and can't shrink");
        }
        if (readOnlyEnforced && !Memfd.enforcesReadOnly(seals)) {
            throw new IllegalArgumentException("These seals don't make a memfd read-only");
        }
    }
}
