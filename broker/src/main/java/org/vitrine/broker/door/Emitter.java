package org.vitrine.broker.door;

import java.util.List;
import org.vitrine.api.dbus.InterfaceDescription;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.SignalDescription;
import org.vitrine.api.dbus.UniqueName;

/** Sends a signal to one peer, without blocking. */
@FunctionalInterface
public interface Emitter {
    /** Sends it; a peer that has gone gets nothing. */
    void emit(
            UniqueName to,
            ObjectPath path,
            InterfaceDescription description,
            SignalDescription signal,
            List<Object> body);
}
