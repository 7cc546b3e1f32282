package org.vitrine.broker.grants;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.vitrine.broker.grants.table.PermissionRow;
import org.vitrine.policy.Action;
import org.vitrine.policy.Remembered.Answer;

/** Holds a row as it was last heard of, and what its texts mean, read when first asked for. Safe from any thread. */
final class KnownRow {
    private final PermissionRow row;
    private final Map<String, AppAnswers> read = new ConcurrentHashMap<>();

    KnownRow(PermissionRow row) {
        this.row = row;
    }

    PermissionRow row() {
        return row;
    }

    AppAnswers of(String app) {
        return row.permissions().containsKey(app)
                ? read.computeIfAbsent(app, name -> PermissionText.parse(row.of(name)))
                : AppAnswers.NONE;
    }

    Optional<StoredAnswer> of(GrantKey key) {
        return of(key.app()).of(key.access());
    }

    /** Returns what an application may always do, were it not for time. */
    Set<Action> always(String app) {
        return of(app).byAccess().entrySet().stream()
                .filter(entry -> entry.getValue().answer() == Answer.ALWAYS)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
