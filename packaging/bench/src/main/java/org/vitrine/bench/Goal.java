package org.vitrine.bench;

import java.util.Locale;

/** What a figure is to reach. */
sealed interface Goal {
    /** Tell whether a value reaches it. */
    boolean isMetBy(double value);

    /** Read what {@code toString()} wrote. */
    static Goal parse(String text) {
        double limit = Double.parseDouble(text.substring(1));
        return switch (text.charAt(0)) {
            case '≤' -> new AtMost(limit);
            case '≥' -> new AtLeast(limit);
            default -> throw new IllegalArgumentException("No goal: " + text);
        };
    }

    /** A value of at most this. */
    record AtMost(double limit) implements Goal {
        @Override
        public boolean isMetBy(double value) {
            return value <= limit;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "≤ %s", Figure.digits(limit));
        }
    }

    /** A value of at least this. */
    record AtLeast(double limit) implements Goal {
        @Override
        public boolean isMetBy(double value) {
            return value >= limit;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "≥ %s", Figure.digits(limit));
        }
    }
}
