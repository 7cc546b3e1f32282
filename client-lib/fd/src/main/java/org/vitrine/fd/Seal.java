package org.vitrine.fd;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Names what can be forbidden for ever on a memfd.
 *
 * <p>Source of the values: {@code linux/fcntl.h}, {@code F_SEAL_*}.
 */
public enum Seal {
    /** No further seals. */
    SEAL(0x01),
    /** Never smaller. */
    SHRINK(0x02),
    /** Never larger. */
    GROW(0x04),
    /** No writes at all; can't be set while a writable shared mapping exists. */
    WRITE(0x08),
    /** No new writes and no new writable mappings; those that exist keep working. Linux 5.1. */
    FUTURE_WRITE(0x10),
    /** No change of the execute permission bits. Linux 6.3. */
    EXEC(0x20);

    private final int bit;

    Seal(int bit) {
        this.bit = bit;
    }

    static int bits(Collection<Seal> seals) {
        return seals.stream().mapToInt(seal -> seal.bit).reduce(0, (a, b) -> a | b);
    }

    static Set<Seal> ofBits(int bits) {
        EnumSet<Seal> seals = EnumSet.noneOf(Seal.class);
        for (Seal seal : values()) {
            if ((bits & seal.bit) != 0) {
                seals.add(seal);
            }
        }
        return Collections.unmodifiableSet(seals);
    }
}
