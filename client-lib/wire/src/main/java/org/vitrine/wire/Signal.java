package org.vitrine.wire;

import java.util.List;
import org.vitrine.api.dbus.ObjectPath;

/**
 * A signal whose sender was checked.
 *
 * @param sender the unique name of who sent it, or {@code org.freedesktop.DBus}; stamped by the bus driver
 * @param path the object it comes from
 * @param interfaceName its interface
 * @param member its name
 * @param body its arguments, by D-Bus type; each {@code h} is a {@link ReceivedFd}, closed when the handlers have
 *     returned unless one took it
 */
public record Signal(String sender, ObjectPath path, String interfaceName, String member, List<Object> body) {}
