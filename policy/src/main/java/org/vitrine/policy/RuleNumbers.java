package org.vitrine.policy;

import java.util.Arrays;

/** Holds the numbers of rules, highest first. */
final class RuleNumbers {
    private int[] falling = new int[1];
    private int count;

    /** Adds a number, which must not be higher than those before it. */
    void add(int number) {
        if (count == falling.length) {
            falling = Arrays.copyOf(falling, 2 * count);
        }
        falling[count++] = number;
    }

    int count() {
        return count;
    }

    int get(int index) {
        return falling[index];
    }
}
