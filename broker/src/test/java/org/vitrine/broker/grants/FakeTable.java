package org.vitrine.broker.grants;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.broker.grants.table.PermissionRow;
import org.vitrine.broker.grants.table.PermissionTable;

/** A table in memory that answers at once, holds its answers back, fails, or never answers, as a test wants. */
final class FakeTable implements PermissionTable {
    final Map<String, PermissionRow> rows = new TreeMap<>();
    final List<String> calls = new ArrayList<>();
    private final List<Runnable> held = new ArrayList<>();
    private Optional<Listener> listener = Optional.empty();
    private Mood mood = Mood.ANSWERS;

    enum Mood {
        ANSWERS,
        HOLDS_BACK,
        FAILS,
        NEVER_ANSWERS
    }

    void be(Mood newMood) {
        mood = newMood;
    }

    /** Does and answers what was held back, in its order. */
    void letGo() {
        List<Runnable> now = List.copyOf(held);
        held.clear();
        mood = Mood.ANSWERS;
        now.forEach(Runnable::run);
    }

    /** Changes a row as somebody else does. */
    void write(String object, String app, String... texts) {
        put(object, row(object).with(app, List.of(texts)));
    }

    /** Does what {@code flatpak permission-reset} does: every row is written again, and told of. */
    void reset(String app) {
        List.copyOf(rows.keySet()).forEach(object -> put(object, row(object).without(app)));
    }

    /** Stops, and starts again with other rows, as a service that was away. */
    void restartWith(Map<String, PermissionRow> other) {
        rows.clear();
        rows.putAll(other);
        listener.ifPresent(Listener::missed);
    }

    PermissionRow row(String object) {
        return rows.getOrDefault(object, PermissionRow.NONE);
    }

    long count(String call) {
        return calls.stream().filter(it -> it.startsWith(call)).count();
    }

    @Override
    public void listen(Listener newListener) {
        listener = Optional.of(newListener);
    }

    @Override
    public CompletionStage<PermissionRow> lookup(String object) {
        return answer("lookup " + object, () -> row(object));
    }

    @Override
    public CompletionStage<?> setPermission(String object, String app, List<String> texts) {
        return answer("setPermission " + object, () -> put(object, row(object).with(app, texts)));
    }

    @Override
    public CompletionStage<?> deletePermission(String object, String app) {
        return answer(
                "deletePermission " + object, () -> put(object, row(object).without(app)));
    }

    @Override
    public CompletionStage<?> setData(String object, Map<String, List<String>> data) {
        return answer("setData " + object, () -> put(object, row(object).withData(data)));
    }

    @Override
    public CompletionStage<?> delete(String object) {
        return answer("delete " + object, () -> {
            rows.remove(object);
            listener.ifPresent(it -> it.changed(object, PermissionRow.NONE));
            return PermissionRow.NONE;
        });
    }

    @Override
    public CompletionStage<List<String>> objects() {
        return answer("objects", () -> List.copyOf(rows.keySet()));
    }

    @Override
    public void close() {}

    private PermissionRow put(String object, PermissionRow row) {
        rows.put(object, row);
        listener.ifPresent(it -> it.changed(object, row));
        return row;
    }

    private <T> CompletionStage<T> answer(String call, Supplier<T> work) {
        calls.add(call);
        return switch (mood) {
            case ANSWERS -> CompletableFuture.completedStage(work.get());
            case HOLDS_BACK -> {
                CompletableFuture<T> later = new CompletableFuture<>();
                held.add(() -> later.complete(work.get()));
                yield later;
            }
            case FAILS -> CompletableFuture.failedStage(new VitrineException(ErrorName.NO_REPLY, "gone"));
            case NEVER_ANSWERS -> new CompletableFuture<>();
        };
    }
}
