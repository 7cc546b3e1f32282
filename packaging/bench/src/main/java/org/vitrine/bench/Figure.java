package org.vitrine.bench;

import java.util.Locale;
import java.util.Optional;

/**
 * One measured figure.
 *
 * @param unit of the value; empty for a ratio
 * @param goal empty for a figure that is only told
 * @param remark what the value was made of
 */
record Figure(String name, double value, String unit, Optional<Goal> goal, String remark) {
    static Figure told(String name, double value, String unit, String remark) {
        return new Figure(name, value, unit, Optional.empty(), remark);
    }

    static Figure withGoal(String name, double value, String unit, Goal goal, String remark) {
        return new Figure(name, value, unit, Optional.of(goal), remark);
    }

    /** Whether the goal is met, in a word. */
    String verdict() {
        return goal.map(goal -> goal.isMetBy(value) ? "met" : "MISSED").orElse("");
    }

    String valueText() {
        return digits(value) + (unit.isEmpty() ? "" : " " + unit);
    }

    static String digits(double value) {
        if (value == Math.rint(value)) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.2f" : "%.1f", value);
    }
}
