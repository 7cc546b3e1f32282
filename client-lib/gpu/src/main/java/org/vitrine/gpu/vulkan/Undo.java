package org.vitrine.gpu.vulkan;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Frees what was made, the last first, when closed; unless it was moved to a longer life.
 *
 * <p>So a method makes one object after the other in a {@code try} with resources, and returns {@link #move()}d ones.
 */
final class Undo implements AutoCloseable {
    private final Deque<Runnable> steps;

    Undo() {
        this(new ArrayDeque<>());
    }

    private Undo(Deque<Runnable> steps) {
        this.steps = steps;
    }

    void add(Runnable step) {
        steps.push(step);
    }

    /** Hands everything to the result; closing this object does nothing any more. */
    Undo move() {
        Undo moved = new Undo(new ArrayDeque<>(steps));
        steps.clear();
        return moved;
    }

    /** Frees everything, once. */
    @Override
    public void close() {
        while (!steps.isEmpty()) {
            steps.pop().run();
        }
    }
}
