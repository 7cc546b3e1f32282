package org.vitrine.broker.registry;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Guards all state of the broker: the registry, policy, watchers and statistics.
 *
 * <p>Taken at the borders alone: where a door hands in a call, where a peer goes, where a timer or an asker reports.
 * What runs under it never blocks. It may be taken again by the thread that has it.
 */
public final class StateLock {
    private final ReentrantLock lock = new ReentrantLock();

    /** Makes a free lock. */
    public StateLock() {}

    /** Computes something with the lock held. */
    public <T> T with(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** Does something with the lock held. */
    public void run(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }
}
