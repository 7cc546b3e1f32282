package org.vitrine.wire;

import java.time.Duration;

/**
 * How long a {@link Bus} waits.
 *
 * @param driver for answers of the bus driver, and for connecting
 * @param untakenFds before descriptors that nobody took are closed, at least 2 s
 * @param stuckWriter while the bus takes nothing, before the connection counts as lost
 * @param silence without a word from the bus before it is asked for a sign of life
 * @param frozenBus for that sign of life, before the connection counts as lost
 */
public record BusTimeouts(
        Duration driver, Duration untakenFds, Duration stuckWriter, Duration silence, Duration frozenBus) {
    /** A frozen bus is noticed within 8 s, a stuck one within 6 s. */
    public static final BusTimeouts DEFAULTS = new BusTimeouts(
            Duration.ofSeconds(25),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5));
}
