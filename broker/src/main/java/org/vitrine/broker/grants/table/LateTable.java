package org.vitrine.broker.grants.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;

/** Stands for a table that is opened when first needed, and once more when it was lost. Safe from any thread. */
final class LateTable implements PermissionTable {
    private final Supplier<CompletionStage<Opened>> opening;
    private final AtomicReference<@Nullable CompletableFuture<Opened>> table = new AtomicReference<>();
    private volatile Optional<Listener> listener = Optional.empty();
    private volatile boolean closed;

    /**
     * An open table.
     *
     * @param release gives back the table and what it stands on; may block
     */
    record Opened(PermissionTable table, Runnable release) {}

    /** Opens nothing yet. {@code opening} does not block. */
    LateTable(Supplier<CompletionStage<Opened>> opening) {
        this.opening = opening;
    }

    @Override
    public void listen(Listener newListener) {
        listener = Optional.of(newListener);
    }

    @Override
    public CompletionStage<PermissionRow> lookup(String object) {
        return call(it -> it.lookup(object));
    }

    @Override
    public CompletionStage<?> setPermission(String object, String app, List<String> texts) {
        return call(it -> it.setPermission(object, app, texts).thenApply(_ -> true));
    }

    @Override
    public CompletionStage<?> deletePermission(String object, String app) {
        return call(it -> it.deletePermission(object, app).thenApply(_ -> true));
    }

    @Override
    public CompletionStage<?> setData(String object, Map<String, List<String>> data) {
        return call(it -> it.setData(object, data).thenApply(_ -> true));
    }

    @Override
    public CompletionStage<?> delete(String object) {
        return call(it -> it.delete(object).thenApply(_ -> true));
    }

    @Override
    public CompletionStage<List<String>> objects() {
        return call(PermissionTable::objects);
    }

    private <T> CompletionStage<T> call(Function<PermissionTable, CompletionStage<T>> call) {
        return open().thenCompose(opened -> call.apply(opened.table()));
    }

    private CompletionStage<Opened> open() {
        if (closed) {
            return CompletableFuture.failedStage(new VitrineException(ErrorName.FAILED, "The broker is stopping"));
        }
        CompletableFuture<Opened> mine = new CompletableFuture<>();
        CompletableFuture<Opened> before = table.compareAndExchange(null, mine);
        if (before != null) {
            return before;
        }
        opening.get().whenComplete((opened, failure) -> {
            if (failure == null) {
                opened(mine, opened);
            } else {
                table.compareAndSet(mine, null);
                mine.completeExceptionally(failure);
            }
        });
        return mine;
    }

    private void opened(CompletableFuture<Opened> mine, Opened opened) {
        listener.ifPresent(opened.table()::listen);
        mine.complete(opened);
        if (closed && table.compareAndSet(mine, null)) {
            opened.release().run();
        }
    }

    /** Forgets the table, which was lost: the next call opens one anew. */
    void lost() {
        CompletableFuture<Opened> last = table.getAndSet(null);
        if (!closed) {
            listener.ifPresent(Listener::missed);
        }
        if (last != null) {
            var _ = last.thenAccept(opened ->
                    Thread.ofPlatform().daemon().name("vitrine-grants-close").start(opened.release()));
        }
    }

    @Override
    public void close() {
        closed = true;
        CompletableFuture<Opened> last = table.get();
        if (last != null && last.isDone() && !last.isCompletedExceptionally() && table.compareAndSet(last, null)) {
            last.join().release().run();
        }
    }
}
