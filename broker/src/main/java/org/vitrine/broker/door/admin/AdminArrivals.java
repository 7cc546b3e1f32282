package org.vitrine.broker.door.admin;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.vitrine.broker.registry.ConsumerSession;
import org.vitrine.broker.registry.Ending;
import org.vitrine.broker.registry.RegistryListener;

/** Remembers since when each consumer is there. Used with the lock held. */
final class AdminArrivals implements RegistryListener {
    private final InstantSource clock;
    private final Map<Long, Instant> bySession = new HashMap<>();

    AdminArrivals(InstantSource clock) {
        this.clock = clock;
    }

    Instant of(ConsumerSession session) {
        return bySession.getOrDefault(session.serial(), Instant.EPOCH);
    }

    @Override
    public void sessionAdded(ConsumerSession session) {
        bySession.put(session.serial(), clock.instant());
    }

    @Override
    public void sessionRemoved(ConsumerSession session, Ending ending) {
        bySession.remove(session.serial());
    }
}
