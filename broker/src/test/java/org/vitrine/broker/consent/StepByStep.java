package org.vitrine.broker.consent;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Runs tasks when the test says so, and has a clock that the test moves. */
final class StepByStep implements Later {
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final Set<Due> alarms = new HashSet<>();
    private Duration now = Duration.ZERO;
    private long count;

    private record Due(Duration at, long number, Runnable task) {}

    @Override
    public void run(Runnable task) {
        tasks.add(task);
    }

    @Override
    public Alarm after(Duration time, Runnable task) {
        Due due = new Due(now.plus(time), ++count, task);
        alarms.add(due);
        return () -> alarms.remove(due);
    }

    /** Runs all that waits, and what that brings. */
    void settle() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    /** Lets time pass. */
    void pass(Duration time) {
        settle();
        now = now.plus(time);
        for (Optional<Due> due = next(); due.isPresent(); due = next()) {
            alarms.remove(due.get());
            due.get().task().run();
            settle();
        }
    }

    int alarms() {
        return alarms.size();
    }

    private Optional<Due> next() {
        return alarms.stream()
                .filter(due -> due.at().compareTo(now) <= 0)
                .min(Comparator.comparing(Due::at).thenComparingLong(Due::number));
    }
}
