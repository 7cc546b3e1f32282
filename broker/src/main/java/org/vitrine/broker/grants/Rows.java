package org.vitrine.broker.grants;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.vitrine.broker.grants.table.PermissionRow;
import org.vitrine.broker.grants.table.PermissionTable;

/**
 * Knows rows of a table: reads each when it is first needed, and keeps it right by what the table tells of changes.
 * Never blocks; safe from any thread.
 */
final class Rows implements PermissionTable.Listener {
    private static final int MOST_KEPT = 1024;

    private final PermissionTable table;
    private final TableCalls calls;
    private volatile Listener listener = Listener.NOBODY;
    private final RowCache cache = new RowCache(MOST_KEPT);
    private final Map<String, Load> loads = new HashMap<>();
    private final List<Guard> guards = new CopyOnWriteArrayList<>();

    /** Hears of rows, outside of every lock. */
    interface Listener {
        /** Listens to nothing. */
        Listener NOBODY = new Listener() {
            @Override
            public void read(String object, KnownRow now) {}

            @Override
            public void changed(String object, Optional<KnownRow> before, KnownRow now) {}

            @Override
            public void missed() {}
        };

        /** Hears what a row is of which nothing was known. */
        void read(String object, KnownRow now);

        /** Hears that a row changed, or may have. {@code before} is what was known of it, if anything was. */
        void changed(String object, Optional<KnownRow> before, KnownRow now);

        /** Hears that nothing that is known can be relied on. */
        void missed();
    }

    /** A row on its way. */
    private static final class Load {
        private final CompletableFuture<KnownRow> row = new CompletableFuture<>();
        private @Nullable PermissionRow newer;
    }

    Rows(PermissionTable table, TableCalls calls) {
        this.table = table;
        this.calls = calls;
    }

    /** Begins to hear of changes. Called once, before anything else. */
    void listen(Listener newListener) {
        listener = newListener;
        table.listen(this);
    }

    /** Returns a row that is known already. */
    Optional<KnownRow> known(String object) {
        synchronized (cache) {
            return cache.fresh(object);
        }
    }

    /** Returns a row, reading it if it is not known. Fails with Failed if the table does. */
    CompletionStage<KnownRow> load(String object) {
        Load load;
        synchronized (cache) {
            Optional<KnownRow> known = cache.fresh(object);
            if (known.isPresent()) {
                return CompletableFuture.completedStage(known.get());
            }
            Load underWay = loads.get(object);
            if (underWay != null) {
                return underWay.row;
            }
            load = new Load();
            loads.put(object, load);
        }
        calls.inTime(table.lookup(object)).whenComplete((row, failure) -> {
            if (failure == null) {
                arrived(object, load, row);
            } else {
                forgetLoad(object, load);
                load.row.completeExceptionally(Failures.cause(failure));
            }
        });
        return load.row;
    }

    /** A change that was told of since the row was asked for is at least as new as the answer. */
    private void arrived(String object, Load load, PermissionRow answer) {
        Optional<KnownRow> before;
        KnownRow now;
        boolean reliable;
        synchronized (cache) {
            before = cache.last(object);
            now = new KnownRow(Objects.requireNonNullElse(load.newer, answer));
            reliable = loads.remove(object, load);
            if (reliable) {
                cache.put(object, now);
            }
        }
        if (reliable) {
            before.ifPresentOrElse(_ -> listener.changed(object, before, now), () -> listener.read(object, now));
        }
        load.row.complete(now);
    }

    private void forgetLoad(String object, Load load) {
        synchronized (cache) {
            loads.remove(object, load);
        }
    }

    @Override
    public void changed(String object, PermissionRow row) {
        guards.forEach(guard -> guard.changed(object, row));
        KnownRow now = new KnownRow(row);
        Optional<KnownRow> before;
        synchronized (cache) {
            before = cache.last(object);
            if (before.isPresent() || !cache.keys(object).isEmpty()) {
                cache.put(object, now);
            }
            Load load = loads.get(object);
            if (load != null) {
                load.newer = row;
            }
        }
        listener.changed(object, before, now);
    }

    @Override
    public void missed() {
        synchronized (cache) {
            cache.distrust();
            loads.clear();
        }
        listener.missed();
    }

    /** Keeps a row, until it is let go, because somebody was let in by it. */
    void pin(GrantKey key) {
        synchronized (cache) {
            cache.pin(key);
        }
    }

    /** Lets a row go; tells whether it was kept for this. */
    boolean unpin(GrantKey key) {
        synchronized (cache) {
            return cache.unpin(key);
        }
    }

    /** Lets go what was pinned for an application. */
    void unpin(String app) {
        synchronized (cache) {
            cache.keys().stream().filter(key -> key.app().equals(app)).forEach(cache::unpin);
        }
    }

    /** Returns what is pinned. */
    List<GrantKey> pinned() {
        synchronized (cache) {
            return cache.keys();
        }
    }

    /** Returns what is pinned of one row. */
    List<GrantKey> pinned(String object) {
        synchronized (cache) {
            return cache.keys(object);
        }
    }

    /** Watches, until it is closed, whether somebody else changes what a row says of an application. */
    Guard guard(String object, String app, List<String> before, List<String> after) {
        Guard guard = new Guard(object, app, before, after);
        guards.add(guard);
        return guard;
    }

    /** Knows what somebody else wrote while we did. */
    final class Guard implements AutoCloseable {
        private final String object;
        private final String app;
        private final List<List<String>> expected;
        private volatile @Nullable List<String> foreign;

        private Guard(String object, String app, List<String> before, List<String> after) {
            this.object = object;
            this.app = app;
            this.expected = List.of(before, after);
        }

        private void changed(String changedObject, PermissionRow row) {
            List<String> now = row.of(app);
            if (object.equals(changedObject) && !expected.contains(now)) {
                foreign = now;
            }
        }

        Optional<List<String>> foreign() {
            return Optional.ofNullable(foreign);
        }

        @Override
        public void close() {
            guards.remove(this);
        }
    }
}
