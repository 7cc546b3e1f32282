package org.vitrine.checks.stage;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what other processes do. */
public final class Eventually {
    private static final Duration PAUSE = Duration.ofMillis(20);

    private Eventually() {}

    /** Ask again and again until the answer is yes; false if it was no all the time. */
    public static boolean holds(Duration patience, BooleanSupplier question) {
        long endNs = System.nanoTime() + patience.toNanos();
        while (!question.getAsBoolean()) {
            if (System.nanoTime() > endNs) {
                return false;
            }
            pause(PAUSE);
        }
        return true;
    }

    /** Wait. */
    public static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }
}
