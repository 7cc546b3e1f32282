package org.vitrine.policy;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Bounds what an allowed program gets.
 *
 * @param duration how long a session lasts at most; empty for no end
 * @param consumers how many sessions an image may have, this one included; empty for any number
 * @param formats names of FourCC codes of {@code drm_fourcc.h} in which the image may be had; empty for all
 */
public record Constraints(Optional<Duration> duration, Optional<Integer> consumers, List<String> formats) {
    /** Bounds nothing. */
    public static final Constraints NONE = new Constraints(Optional.empty(), Optional.empty(), List.of());

    public Constraints {
        Objects.requireNonNull(duration);
        Objects.requireNonNull(consumers);
        formats = List.copyOf(formats);
    }
}
