package org.vitrine.broker.consent;

import java.time.Duration;
import java.util.Objects;

/**
 * Says how people are asked.
 *
 * @param patience how long a question stays in front of somebody before it ends without an answer; at least 1 s
 * @param otherwise what is answered where there is neither a dialog nor an agent
 * @param mostAskings how many askings wait at the same time at most; one more has no answer at once
 */
public record ConsentSettings(Duration patience, ConsentDefault otherwise, int mostAskings) {
    /** Waits for five minutes, lets nobody in by default, and lets twice as many wait as doors do. */
    public static final ConsentSettings DEFAULTS = new ConsentSettings(Duration.ofMinutes(5), ConsentDefault.DENY, 256);

    public ConsentSettings {
        Objects.requireNonNull(otherwise);
        if (patience.toSeconds() < 1) {
            throw new IllegalArgumentException("a question stays for at least 1 s");
        }
        if (mostAskings < 1) {
            throw new IllegalArgumentException("at least one asking can wait");
        }
    }
}
