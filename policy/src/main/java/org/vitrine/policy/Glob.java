package org.vitrine.policy;

import java.util.List;
import java.util.Objects;

/**
 * Matches a whole text against a pattern, in which {@code *} stands for any characters or none and {@code ?} for
 * exactly one UTF-16 unit; everything else stands for itself.
 *
 * <p>Matching takes at most pattern × text steps and allocates nothing, so that patterns of peers are safe.
 *
 * @param pattern the pattern
 */
public record Glob(String pattern) {
    public Glob {
        Objects.requireNonNull(pattern);
    }

    /** Returns whether the whole text matches. */
    public boolean matches(String text) {
        int at = 0;
        int next = 0;
        int star = -1;
        int starAt = 0;
        while (at < text.length()) {
            if (next < pattern.length() && pattern.charAt(next) == '*') {
                star = next++;
                starAt = at;
            } else if (next < pattern.length() && standsFor(pattern.charAt(next), text.charAt(at))) {
                at++;
                next++;
            } else if (star >= 0) {
                next = star + 1;
                at = ++starAt;
            } else {
                return false;
            }
        }
        while (next < pattern.length() && pattern.charAt(next) == '*') {
            next++;
        }
        return next == pattern.length();
    }

    /** Returns whether the whole text matches one of the patterns. */
    static boolean oneMatches(List<Glob> globs, String text) {
        for (Glob glob : globs) {
            if (glob.matches(text)) {
                return true;
            }
        }
        return false;
    }

    /** Returns what every matching text begins with. */
    String literalPrefix() {
        int end = 0;
        while (end < pattern.length() && pattern.charAt(end) != '*' && pattern.charAt(end) != '?') {
            end++;
        }
        return pattern.substring(0, end);
    }

    private static boolean standsFor(char wanted, char actual) {
        return wanted == '?' || wanted == actual;
    }
}
