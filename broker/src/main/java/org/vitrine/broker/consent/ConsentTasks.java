package org.vitrine.broker.consent;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Runs tasks with the lock of {@link Consent}, or for certain without it: who is called then may take other locks, and
 * may hold them when calling us. What is run without it runs in the order in which it was asked for.
 */
final class ConsentTasks {
    private final Object lock = new Object();
    private final Later later;

    ConsentTasks(Later later) {
        this.later = later;
    }

    /** Runs a task now, with the lock. */
    void locked(Runnable task) {
        synchronized (lock) {
            task.run();
        }
    }

    /** Finds something out now, with the lock. */
    <T> T lockedGet(Supplier<T> task) {
        synchronized (lock) {
            return task.get();
        }
    }

    /** Runs a task later, with the lock. */
    void lockedLater(Runnable task) {
        later.run(() -> locked(task));
    }

    /** Runs a task when a time has passed, with the lock. */
    Later.Alarm lockedAfter(Duration time, Runnable task) {
        return later.after(time, () -> locked(task));
    }

    /** Runs a task later, without the lock. */
    void unlocked(Runnable task) {
        later.run(task);
    }
}
