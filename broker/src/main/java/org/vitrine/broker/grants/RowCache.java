package org.vitrine.broker.grants;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the rows that were read last, and all of those that let somebody in who may still be looking: a change of one
 * of these must not be missed. Not safe for several threads.
 */
final class RowCache {
    private final Map<String, KnownRow> recent;
    private final Map<String, Pinned> pinned = new HashMap<>();

    /** A row that somebody depends on. */
    private static final class Pinned {
        private final Set<GrantKey> keys = new HashSet<>();
        private @Nullable KnownRow row;
        private boolean stale;
    }

    RowCache(int most) {
        recent = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, KnownRow> eldest) {
                return size() > most;
            }
        };
    }

    /** Returns a row that can be relied on. */
    Optional<KnownRow> fresh(String object) {
        Pinned pin = pinned.get(object);
        if (pin == null) {
            return Optional.ofNullable(recent.get(object));
        }
        return pin.stale ? Optional.empty() : Optional.ofNullable(pin.row);
    }

    /** Returns a row as it was last known, to compare with. */
    Optional<KnownRow> last(String object) {
        Pinned pin = pinned.get(object);
        return Optional.ofNullable(pin == null ? recent.get(object) : pin.row);
    }

    void put(String object, KnownRow row) {
        Pinned pin = pinned.get(object);
        if (pin == null) {
            recent.put(object, row);
        } else {
            pin.row = row;
            pin.stale = false;
        }
    }

    void pin(GrantKey key) {
        String object = key.images().object();
        Pinned pin = pinned.get(object);
        if (pin == null) {
            pin = new Pinned();
            pin.row = recent.remove(object);
            pinned.put(object, pin);
        }
        pin.keys.add(key);
    }

    /** Lets a row go; tells whether it was pinned for this. */
    boolean unpin(GrantKey key) {
        String object = key.images().object();
        Pinned pin = pinned.get(object);
        if (pin == null || !pin.keys.remove(key)) {
            return false;
        }
        if (pin.keys.isEmpty()) {
            pinned.remove(object);
            if (pin.row != null && !pin.stale) {
                recent.put(object, pin.row);
            }
        }
        return true;
    }

    /** Returns the keys that are pinned of a row. */
    List<GrantKey> keys(String object) {
        Pinned pin = pinned.get(object);
        return pin == null ? List.of() : List.copyOf(pin.keys);
    }

    /** Returns all keys that are pinned. */
    List<GrantKey> keys() {
        return pinned.values().stream().flatMap(pin -> pin.keys.stream()).toList();
    }

    /** Relies on nothing any more; what is pinned stays, to compare with. */
    void distrust() {
        recent.clear();
        pinned.values().forEach(pin -> pin.stale = true);
    }
}
