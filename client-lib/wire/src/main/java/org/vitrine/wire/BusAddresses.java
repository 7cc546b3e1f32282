package org.vitrine.wire;

import java.util.Map;
import java.util.Optional;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;

/** Find the addresses of the standard buses. */
public final class BusAddresses {
    private static final String SESSION_VARIABLE = "DBUS_SESSION_BUS_ADDRESS";
    private static final String SYSTEM_VARIABLE = "DBUS_SYSTEM_BUS_ADDRESS";
    private static final String SYSTEM = "unix:path=/run/dbus/system_bus_socket";
    private static final String RUNTIME_DIR_VARIABLE = "XDG_RUNTIME_DIR";

    private BusAddresses() {}

    /**
     * Find the session bus: {@code DBUS_SESSION_BUS_ADDRESS}, else the user bus in {@code XDG_RUNTIME_DIR}.
     *
     * @throws VitrineException DISCONNECTED if the environment names none
     */
    public static String session() {
        return session(System.getenv());
    }

    static String session(Map<String, String> environment) {
        return nonBlank(environment, SESSION_VARIABLE)
                .or(() -> nonBlank(environment, RUNTIME_DIR_VARIABLE).map(dir -> "unix:path=" + dir + "/bus"))
                .orElseThrow(() -> new VitrineException(
                        ErrorName.DISCONNECTED, "No session bus: DBUS_SESSION_BUS_ADDRESS is not set"));
    }

    /** Find the system bus: {@code DBUS_SYSTEM_BUS_ADDRESS}, else where it is on every system. */
    public static String system() {
        return system(System.getenv());
    }

    static String system(Map<String, String> environment) {
        return nonBlank(environment, SYSTEM_VARIABLE).orElse(SYSTEM);
    }

    private static Optional<String> nonBlank(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank());
    }
}
