package org.vitrine.broker.grants;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.vitrine.broker.grants.table.PermissionRow;
import org.vitrine.broker.grants.table.PermissionTable;

/**
 * Knows which applications are in which rows, which a permission table can't be asked. The whole table is read when
 * this is first needed; from then on, what the table tells of changes keeps it right. Never blocks; safe from any
 * thread.
 */
final class AppIndex {
    private final PermissionTable table;
    private final TableCalls calls;
    private final Map<String, Set<String>> appsByObject = new HashMap<>();
    private final Map<String, Set<String>> objectsByApp = new HashMap<>();
    private final Set<String> changedMeanwhile = new HashSet<>();
    private @Nullable CompletionStage<Void> reading;

    AppIndex(PermissionTable table, TableCalls calls) {
        this.table = table;
        this.calls = calls;
    }

    /** Returns the objects of an application. Fails with Failed if the table does. */
    CompletionStage<Set<String>> objectsOf(String app) {
        return ready().thenApply(_ -> get(app));
    }

    private synchronized Set<String> get(String app) {
        return Set.copyOf(objectsByApp.getOrDefault(app, Set.of()));
    }

    private CompletionStage<Void> ready() {
        CompletionStage<Void> mine;
        synchronized (this) {
            if (reading != null) {
                return reading;
            }
            mine = Scan.of(table, calls, this::found);
            reading = mine;
        }
        return mine.whenComplete((_, failure) -> {
            if (failure != null) {
                forget(Optional.of(mine));
            }
        });
    }

    private synchronized CompletionStage<?> found(String object, PermissionRow row) {
        if (!changedMeanwhile.contains(object)) {
            put(object, row.permissions().keySet());
        }
        return CompletableFuture.completedStage(null);
    }

    /** Takes note of a row that changed. */
    synchronized void changed(String object, PermissionRow row) {
        if (reading != null) {
            if (!reading.toCompletableFuture().isDone()) {
                changedMeanwhile.add(object);
            }
            put(object, row.permissions().keySet());
        }
    }

    /** Begins anew when next needed: changes were missed. */
    void forget() {
        forget(Optional.empty());
    }

    private synchronized void forget(Optional<CompletionStage<Void>> only) {
        if (only.isEmpty() || only.get().equals(reading)) {
            reading = null;
            appsByObject.clear();
            objectsByApp.clear();
            changedMeanwhile.clear();
        }
    }

    private void put(String object, Set<String> apps) {
        Set<String> before = apps.isEmpty() ? appsByObject.remove(object) : appsByObject.put(object, Set.copyOf(apps));
        for (String app : before == null ? List.<String>of() : before) {
            Set<String> objects = objectsByApp.get(app);
            if (objects != null && objects.remove(object) && objects.isEmpty()) {
                objectsByApp.remove(app);
            }
        }
        apps.forEach(
                app -> objectsByApp.computeIfAbsent(app, _ -> new HashSet<>()).add(object));
    }
}
