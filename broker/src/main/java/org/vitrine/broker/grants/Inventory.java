package org.vitrine.broker.grants;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import org.vitrine.broker.grants.Grants.Entry;
import org.vitrine.broker.grants.table.PermissionRow;
import org.vitrine.broker.grants.table.PermissionTable;
import org.vitrine.policy.Remembered.Answer;

/** Lists what is remembered, and forgets it. Never blocks; safe from any thread. */
final class Inventory {
    private final GrantWatch.Memory memory;
    private final GrantWatch watch;
    private final PermissionTable table;
    private final TableCalls calls;

    Inventory(GrantWatch.Memory memory, GrantWatch watch, PermissionTable table, TableCalls calls) {
        this.memory = memory;
        this.watch = watch;
        this.table = table;
        this.calls = calls;
    }

    /** Returns what a row is about, as far as it makes sense. The set is the caller's. */
    static Set<GrantKey> keys(String object, KnownRow row) {
        Set<GrantKey> keys = new HashSet<>();
        Optional<ImageSelector> images = ImageSelector.ofObject(object);
        for (String app :
                images.isEmpty() ? Set.<String>of() : row.row().permissions().keySet()) {
            if (!app.isEmpty()) {
                row.of(app).byAccess().keySet().forEach(access -> keys.add(new GrantKey(app, images.get(), access)));
            }
        }
        return keys;
    }

    CompletionStage<List<Entry>> list() {
        List<Entry> entries =
                Collections.synchronizedList(new ArrayList<>(memory.running().entries()));
        return Scan.of(table, calls, (object, row) -> {
                    entries.addAll(entries(object, row));
                    return CompletableFuture.completedStage(null);
                })
                .thenApply(_ -> List.copyOf(entries));
    }

    private List<Entry> entries(String object, PermissionRow row) {
        List<Entry> entries = new ArrayList<>();
        KnownRow known = new KnownRow(row);
        keys(object, known)
                .forEach(key -> known.of(key)
                        .filter(Predicate.not(watch::isOver))
                        .ifPresent(it -> entries.add(new Entry(
                                key,
                                it.answer(),
                                Persistence.UNTIL_REVOKED,
                                it.granted(),
                                it.used()
                                        .map(day ->
                                                day.atStartOfDay(ZoneOffset.UTC).toInstant()),
                                watch.end(it)))));
        return entries;
    }

    /** Forgets what is remembered of an application and an object; tells how many entries there were. */
    CompletionStage<Integer> forget(String app, String object) {
        int inMemory = forgetRunning(
                key -> key.app().equals(app) && key.images().object().equals(object));
        return memory.writes()
                .remove(app, object)
                .thenApply(answers -> inMemory + answers.byAccess().size());
    }

    CompletionStage<Integer> forgetApp(String app) {
        int inMemory = forgetRunning(key -> key.app().equals(app));
        LongAdder stored = new LongAdder();
        return memory.index()
                .objectsOf(app)
                .thenCompose(objects -> CompletableFuture.allOf(objects.stream()
                        .map(object -> forget(app, object).thenAccept(stored::add))
                        .map(CompletionStage::toCompletableFuture)
                        .toArray(CompletableFuture<?>[]::new)))
                .thenApply(_ -> inMemory + stored.intValue());
    }

    CompletionStage<Integer> forgetAll() {
        int inMemory = forgetRunning(_ -> true);
        LongAdder stored = new LongAdder();
        return Scan.of(
                        table,
                        calls,
                        (object, row) -> memory.writes()
                                .remove(object)
                                .thenRun(() -> stored.add(
                                        keys(object, new KnownRow(row)).size())))
                .thenApply(_ -> inMemory + stored.intValue());
    }

    private int forgetRunning(Predicate<GrantKey> which) {
        List<GrantKey> keys = memory.running().keys().stream().filter(which).toList();
        List<GrantKey> lost = keys.stream()
                .filter(key -> memory.running()
                        .forget(key)
                        .filter(it -> it == Answer.ALWAYS)
                        .isPresent())
                .toList();
        watch.lose(lost);
        return keys.size();
    }
}
