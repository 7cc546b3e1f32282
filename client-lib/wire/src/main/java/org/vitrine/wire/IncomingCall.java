package org.vitrine.wire;

import java.util.List;
import java.util.Objects;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.UniqueName;

/**
 * A call as it came from a peer.
 *
 * @param sender who calls, stamped by the bus driver
 * @param path the object called
 * @param interactiveAllowed whether the caller waits while the user is asked (ALLOW_INTERACTIVE_AUTHORIZATION)
 * @param body the arguments, by D-Bus type; each {@code h} is a {@link ReceivedFd}
 */
public record IncomingCall(UniqueName sender, ObjectPath path, boolean interactiveAllowed, List<Object> body) {

    public IncomingCall {
        Objects.requireNonNull(sender, "sender");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(body, "body");
    }
}
