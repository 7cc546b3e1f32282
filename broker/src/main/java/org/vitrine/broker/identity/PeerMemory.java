package org.vitrine.broker.identity;

import java.util.LinkedHashSet;
import java.util.Set;

/** Remembers the last thousand peers, so that each is warned of once. Safe from any thread. */
final class PeerMemory {
    private static final int MOST = 1000;

    private final Set<String> names = new LinkedHashSet<>();

    /** Returns whether the peer was not remembered yet. */
    synchronized boolean add(String name) {
        if (names.size() >= MOST) {
            names.remove(names.iterator().next());
        }
        return names.add(name);
    }
}
