package org.vitrine.broker.consent;

import java.time.Duration;

/** Runs tasks one after the other, in the order in which they came, and never on the caller's own turn. */
public interface Later {
    /** Runs a task next. */
    void run(Runnable task);

    /** Runs a task when a time has passed, unless it is called off. */
    Alarm after(Duration time, Runnable task);

    /** Stands for a task that has yet to run. */
    @FunctionalInterface
    interface Alarm {
        /** Calls the task off; does nothing if it has run. */
        void cancel();
    }
}
