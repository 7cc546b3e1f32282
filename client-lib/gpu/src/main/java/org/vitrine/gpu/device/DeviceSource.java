package org.vitrine.gpu.device;

/** Looks for what one system has on this machine. */
interface DeviceSource {
    /**
     * Adds what is found, and what is missing, and gives what must be closed later to the search. Never throws for what
     * a machine lacks.
     */
    void look(DeviceSearch search);
}
