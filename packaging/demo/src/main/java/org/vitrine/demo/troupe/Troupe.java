package org.vitrine.demo.troupe;

import java.util.ArrayDeque;
import java.util.Deque;

/** Ends everything that was started, the last first, also when the demo is interrupted. */
public final class Troupe implements AutoCloseable {
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final Thread atExit = new Thread(this::endAll, "end-children");

    public Troupe() {
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    public synchronized <T extends AutoCloseable> T add(T one) {
        started.push(one);
        return one;
    }

    private synchronized void endAll() {
        while (!started.isEmpty()) {
            switch (started.pop()) {
                case Child child -> child.close();
                case DemoBus bus -> bus.close();
                default -> throw new IllegalStateException();
            }
        }
    }

    @Override
    public void close() {
        endAll();
    }
}
