package org.vitrine.broker.door;

import java.util.List;
import org.slf4j.LoggerFactory;
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

    /** Returns the same emitter, whose faults are logged and never reach the change that is being told of. */
    default Emitter guarded() {
        return (to, path, description, signal, body) -> {
            try {
                emit(to, path, description, signal, body);
            } catch (RuntimeException e) {
                LoggerFactory.getLogger(Emitter.class)
                        .atError()
                        .addKeyValue("signal", signal.name())
                        .setCause(e)
                        .log("A signal could not be sent");
            }
        };
    }
}
