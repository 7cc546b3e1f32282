package org.vitrine.bench;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One measured figure, or one that could not be measured here.
 *
 * @param value empty if it could not be measured
 * @param unit of the value; empty for a ratio
 * @param goal empty for a figure that is only told
 * @param remark what the value was made of, or what it takes to measure it
 */
record Figure(String name, OptionalDouble value, String unit, Optional<Goal> goal, String remark) {
    /** The remark of a figure that is made with dma-bufs, where nothing makes any. */
    static final String NEEDS_EXPORTER = "needs a dma-buf exporter: run in ./run vm";

    static Figure told(String name, double value, String unit, String remark) {
        return new Figure(name, OptionalDouble.of(value), unit, Optional.empty(), remark);
    }

    static Figure withGoal(String name, double value, String unit, Goal goal, String remark) {
        return new Figure(name, OptionalDouble.of(value), unit, Optional.of(goal), remark);
    }

    static Figure missing(String name, Goal goal, String why) {
        return new Figure(name, OptionalDouble.empty(), "", Optional.of(goal), why);
    }

    /** Whether the goal is met, in a word. */
    String verdict() {
        return isMet().map(met -> met ? "met" : "MISSED").orElse("");
    }

    /** Whether the goal is met; empty without a goal or a value. */
    Optional<Boolean> isMet() {
        return value.isPresent() ? goal.map(goal -> goal.isMetBy(value.getAsDouble())) : Optional.empty();
    }

    String valueText() {
        return value.isPresent() ? digits(value.getAsDouble()) + (unit.isEmpty() ? "" : " " + unit) : "–";
    }

    static String digits(double value) {
        if (value == Math.rint(value)) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.2f" : "%.1f", value);
    }
}
