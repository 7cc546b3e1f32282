package org.vitrine.broker.grants;

import java.util.Arrays;
import java.util.Optional;

/** Says how long an answer holds; {@code persist_mode} of the portals. */
public enum Persistence {
    /** For this one time. */
    ONCE(0),
    /** As long as the application runs. */
    WHILE_RUNNING(1),
    /** Until it is taken back. */
    UNTIL_REVOKED(2);

    private final long mode;

    Persistence(long mode) {
        this.mode = mode;
    }

    /** Returns the number that portals give it. */
    public long mode() {
        return mode;
    }

    /** Finds the one with a number; empty if there is none. */
    public static Optional<Persistence> ofMode(long mode) {
        return Arrays.stream(values())
                .filter(persistence -> persistence.mode == mode)
                .findFirst();
    }
}
