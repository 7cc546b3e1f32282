package org.vitrine.wire.dbusjava;

import org.vitrine.wire.transport.Frame;

/** Hear what comes from the bus, on the reader thread. */
public interface FrameHandler {

    /** Take a message; true if dbus-java is to have it. */
    boolean accept(Frame frame);

    /** Hear that nothing more comes, or that nothing more can be sent; called from any thread, maybe more than once. */
    void lost(String reason);
}
