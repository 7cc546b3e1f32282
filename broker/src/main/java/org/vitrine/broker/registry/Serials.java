package org.vitrine.broker.registry;

/** Counts 64-bit serials that are never used again, from 1. */
public final class Serials {
    /** What no object has. */
    public static final long NONE = 0;

    private static final int MAX_DIGITS = 18;

    private long last = NONE;

    Serials() {}

    long next() {
        last = Math.incrementExact(last);
        return last;
    }

    /**
     * Reads the serial after a prefix, in the only form in which it is written: no sign, no leading zero.
     *
     * @return {@link #NONE} if there is none
     */
    static long parse(String path, String prefix) {
        int start = prefix.length();
        int digits = path.length() - start;
        if (digits < 1 || digits > MAX_DIGITS || !path.startsWith(prefix) || path.charAt(start) == '0') {
            return NONE;
        }
        long serial = 0;
        for (int i = start; i < path.length(); i++) {
            int digit = path.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return NONE;
            }
            serial = serial * 10 + digit;
        }
        return serial;
    }
}
