package org.vitrine.api.dbus;

/** Know the characters that D-Bus names are made of. */
final class NameCharacters {
    /** D-Bus specification, section "Valid Names": no name is longer. */
    static final int MAX_NAME_LENGTH = 255;

    private NameCharacters() {}

    /** Tell whether a character is one of {@code [A-Za-z0-9_]}. */
    static boolean isWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '_';
    }

    /** Tell whether dots divide a name from {@code from} on into two or more elements of words and hyphens. */
    static boolean isDottedName(String name, int from, boolean mayStartWithDigit) {
        boolean dotSeen = false;
        boolean elementStarts = true;
        for (int i = from; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '.' ? elementStarts : !(isWord(c) || c == '-')) {
                return false;
            }
            if (elementStarts && isDigit(c) && !mayStartWithDigit) {
                return false;
            }
            elementStarts = c == '.';
            dotSeen |= elementStarts;
        }
        return dotSeen && !elementStarts && name.length() <= MAX_NAME_LENGTH;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
