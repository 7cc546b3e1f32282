package org.vitrine.broker.door;

/** Counts what happened since the start. Used with the lock held. */
public final class Counters {
    private final long startNanos = System.nanoTime();
    private long deliveredBuffers;
    private long refusedOffers;

    Counters() {}

    void delivered(int buffers) {
        deliveredBuffers += buffers;
    }

    void refusedOffer() {
        refusedOffers++;
    }

    long deliveredBuffers() {
        return deliveredBuffers;
    }

    long refusedOffers() {
        return refusedOffers;
    }

    long uptimeMs() {
        return (System.nanoTime() - startNanos) / 1_000_000;
    }
}
