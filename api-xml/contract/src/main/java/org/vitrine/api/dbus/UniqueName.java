package org.vitrine.api.dbus;

/**
 * Name one connection by what the bus calls it. Never given to another connection while the bus lives. D-Bus
 * specification, section "Bus names".
 *
 * @param value such as {@code :1.42}
 */
public record UniqueName(String value) {
    public UniqueName {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a unique bus name");
        }
    }

    /** Tell whether a text is a unique name. */
    public static boolean isValid(String text) {
        return text.startsWith(":") && NameCharacters.isDottedName(text, 1, true);
    }

    /** Return the name as portals put it into the paths of requests and sessions: {@code 1_42} for {@code :1.42}. */
    public String asPathElement() {
        return value.substring(1).replace('.', '_').replace('-', '_');
    }

    @Override
    public String toString() {
        return value;
    }
}
