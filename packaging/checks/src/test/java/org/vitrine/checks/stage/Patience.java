package org.vitrine.checks.stage;

import java.time.Duration;

/** How long to wait for what other processes do. */
public final class Patience {
    /** How much slower the test machine is: its processor is emulated, and shared with others. */
    private static final int TEST_MACHINE_FACTOR = 5;

    private Patience() {}

    /** Wait so many seconds, and several times as long in the test machine. */
    public static Duration ofSeconds(long seconds) {
        boolean inTestMachine = System.getenv("VITRINE_TESTVM") != null;
        return Duration.ofSeconds(inTestMachine ? seconds * TEST_MACHINE_FACTOR : seconds);
    }
}
