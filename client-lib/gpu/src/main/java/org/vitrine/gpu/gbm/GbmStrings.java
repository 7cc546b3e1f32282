package org.vitrine.gpu.gbm;

import java.lang.foreign.MemorySegment;

/** Reads the texts that libgbm keeps. */
@SuppressWarnings("restricted")
final class GbmStrings {
    private static final long MOST_BYTES = 256;

    private GbmStrings() {}

    /** Reads a text; none is an empty one. */
    static String read(MemorySegment address) {
        return address.equals(MemorySegment.NULL)
                ? ""
                : address.reinterpret(MOST_BYTES).getString(0);
    }
}
