package org.vitrine.bench;

import java.util.Locale;

/** What a figure is to reach. */
sealed interface Goal {
    /** Tell whether a value reaches it. */
    boolean isMetBy(double value);

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
