package org.vitrine.broker.identity;

import java.util.Objects;
import java.util.concurrent.Executor;

/**
 * Runs what looks at processes. What may be held up by a file system of the process's own has a lane to itself, so that
 * those who bring such a file system hold up each other alone. Both are bounded.
 *
 * @param quick for what the kernel answers at once
 * @param slow for what may take until the deadline
 */
public record ReadingLanes(Executor quick, Executor slow) {
    public ReadingLanes {
        Objects.requireNonNull(quick);
        Objects.requireNonNull(slow);
    }

    /** Runs everything in one place. */
    public static ReadingLanes one(Executor executor) {
        return new ReadingLanes(executor, executor);
    }
}
