package org.vitrine.wire.message;

/** Checks the names in a header (D-Bus specification, "Valid Names"). */
final class NameGrammar {
    private NameGrammar() {}

    static boolean isMember(String name) {
        return fits(name) && elementEnd(name, 0, false, false) == name.length();
    }

    /** Error names follow the same rules. */
    static boolean isInterface(String name) {
        return isDotted(name, 0, false, false);
    }

    static boolean isBusName(String name) {
        boolean unique = name.startsWith(":");
        return isDotted(name, unique ? 1 : 0, true, unique);
    }

    private static boolean isDotted(String name, int start, boolean hyphens, boolean leadingDigits) {
        if (!fits(name)) {
            return false;
        }
        int end = elementEnd(name, start, hyphens, leadingDigits);
        int elements = 1;
        while (end > 0 && end < name.length() && name.charAt(end) == '.') {
            end = elementEnd(name, end + 1, hyphens, leadingDigits);
            elements++;
        }
        return end == name.length() && elements > 1;
    }

    private static boolean fits(String name) {
        return !name.isEmpty() && name.length() <= Protocol.MAX_NAME_BYTES;
    }

    /** Returns where the element that starts at {@code start} ends, or -1 where there is none. */
    private static int elementEnd(String name, int start, boolean hyphens, boolean leadingDigit) {
        int at = start;
        while (at < name.length() && isPart(name.charAt(at), hyphens, leadingDigit || at > start)) {
            at++;
        }
        return at > start ? at : -1;
    }

    private static boolean isPart(char c, boolean hyphens, boolean digits) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || c == '_'
                || (digits && c >= '0' && c <= '9')
                || (hyphens && c == '-');
    }
}
