package org.vitrine.gpu.gbm;

import java.lang.foreign.MemorySegment;
import org.vitrine.fd.Errno;

/**
 * Carries a pointer that a call returned.
 *
 * @param address NULL if the call failed
 * @param errnoValue what the call left as error number; means something only if it failed
 */
record GbmPointer(MemorySegment address, int errnoValue) {
    /** Stands for the answer of a call that needs a DRM device and got none. */
    static final GbmPointer NONE = new GbmPointer(MemorySegment.NULL, Errno.ENODEV.value());

    boolean isNull() {
        return address.equals(MemorySegment.NULL);
    }

    /** Names the error for a text; some failures of libgbm set none. */
    String errorName() {
        Errno errno = Errno.ofValue(errnoValue);
        return errno == Errno.UNKNOWN ? "error " + errnoValue : errno.name();
    }
}
