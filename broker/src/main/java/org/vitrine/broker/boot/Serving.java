package org.vitrine.broker.boot;

import java.util.Objects;
import java.util.OptionalLong;
import org.vitrine.api.dbus.BusName;

/**
 * Says where a broker serves, and whom.
 *
 * @param busAddress where the bus is, such as {@code unix:path=/run/user/1000/bus}
 * @param portalName the name that the portal door owns
 * @param adminName the name that the admin door owns
 * @param system whether all users of this machine are served, not one
 * @param adminGid the group that administers then, beside root
 */
public record Serving(String busAddress, BusName portalName, BusName adminName, boolean system, OptionalLong adminGid) {
    /** The name of the portal door where nothing else is configured. */
    public static final BusName PORTAL_NAME = new BusName("org.freedesktop.portal.Vitrine");

    /** The name of the admin door where nothing else is configured. */
    public static final BusName ADMIN_NAME = new BusName("org.vitrine.Admin");

    public Serving {
        Objects.requireNonNull(busAddress);
        Objects.requireNonNull(portalName);
        Objects.requireNonNull(adminName);
        Objects.requireNonNull(adminGid);
    }

    /** Serves one user under the usual names. */
    public static Serving oneUser(String busAddress) {
        return new Serving(busAddress, PORTAL_NAME, ADMIN_NAME, false, OptionalLong.empty());
    }
}
