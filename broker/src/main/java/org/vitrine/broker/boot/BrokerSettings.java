package org.vitrine.broker.boot;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.vitrine.api.Limits;
import org.vitrine.api.dbus.BusName;

/**
 * Says how a broker is to run.
 *
 * @param busAddress where the bus is, such as {@code unix:path=/run/user/1000/bus}
 * @param portalName the name that the portal door owns
 * @param adminName the name that the admin door owns
 * @param ruleFiles the rule files, weakest first; empty for those in the standard places
 * @param limits what a peer may use at most
 * @param system whether all users of this machine are served, not one
 * @param adminGid the group that administers then, beside root
 */
public record BrokerSettings(
        String busAddress,
        BusName portalName,
        BusName adminName,
        List<Path> ruleFiles,
        Limits limits,
        boolean system,
        OptionalLong adminGid) {
    /** The name of the portal door where nothing else is configured. */
    public static final BusName PORTAL_NAME = new BusName("org.freedesktop.portal.Vitrine");

    /** The name of the admin door where nothing else is configured. */
    public static final BusName ADMIN_NAME = new BusName("org.vitrine.Admin");

    public BrokerSettings {
        ruleFiles = List.copyOf(ruleFiles);
    }

    /** Makes the settings of a broker that serves one user. */
    public BrokerSettings(
            String busAddress, BusName portalName, BusName adminName, List<Path> ruleFiles, Limits limits) {
        this(busAddress, portalName, adminName, ruleFiles, limits, false, OptionalLong.empty());
    }

    /** Returns the settings for a bus where nothing else is configured. */
    public static BrokerSettings defaults(String busAddress) {
        return new BrokerSettings(busAddress, PORTAL_NAME, ADMIN_NAME, List.of(), Limits.DEFAULTS);
    }
}
