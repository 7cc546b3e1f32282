package org.vitrine.broker.core;

/** Counts what happened since the start. Used with the lock held. */
public final class Counters {
    private final long startNanos = System.nanoTime();
    private long deliveredBuffers;
    private long refusedOffers;

    Counters() {}

    /** Counts buffers that were handed out. */
    public void delivered(int buffers) {
        deliveredBuffers += buffers;
    }

    /** Counts an offer that was refused. */
    public void refusedOffer() {
        refusedOffers++;
    }

    /** Returns how many buffers were handed out. */
    public long deliveredBuffers() {
        return deliveredBuffers;
    }

    /** Returns how many offers were refused. */
    public long refusedOffers() {
        return refusedOffers;
    }

    /** Returns the time since the start, in milliseconds. */
    public long uptimeMs() {
        return (System.nanoTime() - startNanos) / 1_000_000;
    }
}
