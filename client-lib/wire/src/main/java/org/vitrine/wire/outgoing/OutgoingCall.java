package org.vitrine.wire.outgoing;

import java.time.Duration;
import java.util.List;
import org.vitrine.api.dbus.MethodDescription;
import org.vitrine.api.dbus.ObjectPath;

/**
 * A call to another peer.
 *
 * @param destination a unique name, or the driver's
 * @param interactiveAllowed whether the user may be asked meanwhile
 */
record OutgoingCall(
        String destination,
        ObjectPath path,
        String interfaceName,
        MethodDescription method,
        List<Object> body,
        boolean interactiveAllowed,
        Duration timeout) {}
