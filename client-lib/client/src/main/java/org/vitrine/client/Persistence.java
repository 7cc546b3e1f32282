package org.vitrine.client;

import java.util.Arrays;
import java.util.Optional;

/** How long a user's yes is remembered; {@code persist_mode} of the portals. */
public enum Persistence {
    /** Not at all. */
    ONCE(0),
    /** As long as the application runs. */
    WHILE_RUNNING(1),
    /** Until it is taken back. */
    UNTIL_REVOKED(2);

    private final long mode;

    Persistence(long mode) {
        this.mode = mode;
    }

    long mode() {
        return mode;
    }

    static Optional<Persistence> ofMode(long mode) {
        return Arrays.stream(values())
                .filter(persistence -> persistence.mode == mode)
                .findFirst();
    }
}
