package org.vitrine.broker.grants;

import java.time.Duration;

/**
 * Says how long an "always" holds.
 *
 * @param longest from the time it was given
 * @param disuse from the day it last let somebody in, or else from the time it was given
 */
public record GrantLifetimes(Duration longest, Duration disuse) {
    /** A year, and a quarter of one without use. */
    public static final GrantLifetimes DEFAULTS = new GrantLifetimes(Duration.ofDays(365), Duration.ofDays(90));

    public GrantLifetimes {
        if (!longest.isPositive() || !disuse.isPositive()) {
            throw new IllegalArgumentException("a grant holds for some time");
        }
    }
}
