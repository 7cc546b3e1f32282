package org.vitrine.api.dbus;

/**
 * Name an object of a bus connection. D-Bus specification, section "Valid Object Paths".
 *
 * @param value such as {@code /org/vitrine/Admin}
 */
public record ObjectPath(String value) {
    /** The path of a connection's root object. */
    public static final ObjectPath ROOT = new ObjectPath("/");

    public ObjectPath {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an object path");
        }
    }

    /**
     * Make the path of an object one level below.
     *
     * @param element one or more of {@code [A-Za-z0-9_]}
     */
    public ObjectPath child(String element) {
        if (element.indexOf('/') >= 0) {
            throw new IllegalArgumentException("not one path element");
        }
        return new ObjectPath(value.equals("/") ? "/" + element : value + "/" + element);
    }

    /** Tell whether a text is an object path. */
    public static boolean isValid(String text) {
        if (text.equals("/")) {
            return true;
        }
        if (!text.startsWith("/") || text.endsWith("/")) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean emptyElement = c == '/' && text.charAt(i - 1) == '/';
            if (emptyElement || (c != '/' && !NameCharacters.isWord(c))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return value;
    }
}
