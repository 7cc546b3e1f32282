package org.vitrine.broker.registry;

/** Says whether anything is shared at all. Used with the lock held. */
public final class Sharing {
    private final Registry registry;
    private final Endings endings;
    private boolean paused;

    /** Makes it for one registry; sharing goes on. */
    public Sharing(Registry registry, Endings endings) {
        this.registry = registry;
        this.endings = endings;
    }

    /** Returns whether nobody is handed anything for now. */
    public boolean isPaused() {
        return paused;
    }

    /** Refuses with NotAllowed while sharing is paused. */
    public void requireOn() {
        if (paused) {
            throw Refusals.paused();
        }
    }

    /** Hands out nothing until {@link #resume}; sessions stay. Returns whether that changed anything. */
    public boolean pause() {
        return set(true);
    }

    /** Lets sharing go on. Returns whether that changed anything. */
    public boolean resume() {
        return set(false);
    }

    private boolean set(boolean next) {
        boolean changed = paused != next;
        paused = next;
        if (changed) {
            registry.images().forEach(image -> endings.endWaits(image, (_, _) -> next, Refusals.paused()));
            registry.listeners().forEach(listener -> listener.sharingPaused(next));
        }
        return changed;
    }
}
