package org.vitrine.broker.grants;

import java.time.Duration;

/**
 * Says how grants are kept.
 *
 * @param mostPerApp entries of one application, of those stored and of those in memory each
 * @param lifetimes how long an "always" holds
 * @param deadline for one answer of the store
 */
public record GrantSettings(int mostPerApp, GrantLifetimes lifetimes, Duration deadline) {
    /** How long the store may take for one answer where nothing else is configured. */
    public static final Duration DEADLINE = Duration.ofSeconds(2);

    public GrantSettings {
        if (mostPerApp < 1 || !deadline.isPositive()) {
            throw new IllegalArgumentException("limits are at least 1");
        }
    }

    /** Returns the settings where nothing but the limit is configured. */
    public static GrantSettings of(int mostPerApp) {
        return new GrantSettings(mostPerApp, GrantLifetimes.DEFAULTS, DEADLINE);
    }
}
