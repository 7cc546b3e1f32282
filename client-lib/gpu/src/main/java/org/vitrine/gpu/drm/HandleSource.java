package org.vitrine.gpu.drm;

import org.vitrine.fd.Fd;
import org.vitrine.fd.OwnedFd;

/** Gives out the numbers of a device's handles, which nobody counts: what was closed once is gone. */
interface HandleSource {
    /** Returns the handle of a dma-buf, an old one if the device has one still. */
    int importPrime(Fd dmaBuf);

    /** Returns a new dma-buf descriptor of a handle, owned by the caller. */
    OwnedFd exportPrime(int handle);

    /** Closes a handle for good. */
    void close(int handle);

    /**
     * Returns what the descriptors of one buffer have in common, and those of no other that is there at the same time.
     */
    long identity(Fd dmaBuf);
}
