package org.vitrine.gpu.gbm;

import java.util.Set;

/**
 * Says what a buffer is to be used for.
 *
 * <p>Source of the bits: {@code enum gbm_bo_flags} of {@code gbm.h}.
 */
public enum GbmUse {
    /** A display shows it. */
    SCANOUT(1 << 0),
    /** A GPU draws into it. */
    RENDERING(1 << 2),
    /** Its pixels are to lie in plain rows. */
    LINEAR(1 << 4);

    private final int bit;

    GbmUse(int bit) {
        this.bit = bit;
    }

    static int bits(Set<GbmUse> uses) {
        return uses.stream().mapToInt(use -> use.bit).reduce(0, (one, other) -> one | other);
    }
}
