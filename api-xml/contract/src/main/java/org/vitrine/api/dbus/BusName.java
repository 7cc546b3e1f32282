package org.vitrine.api.dbus;

/**
 * Name a service on the bus by its well-known name. D-Bus specification, section "Bus names".
 *
 * @param value such as {@code org.freedesktop.portal.Vitrine}
 */
public record BusName(String value) {
    public BusName {
        if (!NameCharacters.isDottedName(value, 0, false)) {
            throw new IllegalArgumentException("not a well-known bus name");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
