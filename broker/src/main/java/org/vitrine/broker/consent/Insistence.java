package org.vitrine.broker.consent;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Knows which programs insist: they were refused, or got no answer, three times within a minute, and nobody wants to
 * see another question of theirs now. Guarded by the lock of {@link Consent}.
 */
final class Insistence {
    /** How many refusals make a program insistent. */
    static final int MOST = 3;

    /** How long a refusal counts. */
    static final Duration COUNTS = Duration.ofMinutes(1);

    private final ConsentTasks tasks;
    private final Map<Likeness.Program, Integer> counts = new HashMap<>();

    Insistence(ConsentTasks tasks) {
        this.tasks = tasks;
    }

    boolean insists(Likeness.Program program) {
        return counts.getOrDefault(program, 0) >= MOST;
    }

    void add(Likeness.Program program) {
        counts.merge(program, 1, Integer::sum);
        tasks.lockedAfter(COUNTS, () -> counts.computeIfPresent(program, (_, count) -> count == 1 ? null : count - 1));
    }

    /** Forgets the refusals of a program that was let in. */
    void forget(Likeness.Program program) {
        counts.remove(program);
    }
}
