package org.vitrine.broker.grants;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.vitrine.broker.grants.table.PermissionRow;
import org.vitrine.broker.grants.table.PermissionTable;

/** Reads a whole table, some rows at a time. Never blocks. */
final class Scan {
    private static final int AT_A_TIME = 16;

    private final PermissionTable table;
    private final TableCalls calls;
    private final BiFunction<String, PermissionRow, CompletionStage<?>> taker;
    private final Queue<String> left = new ConcurrentLinkedQueue<>();
    private final AtomicInteger readers = new AtomicInteger(AT_A_TIME);
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    private Scan(PermissionTable table, TableCalls calls, BiFunction<String, PermissionRow, CompletionStage<?>> taker) {
        this.table = table;
        this.calls = calls;
        this.taker = taker;
    }

    /**
     * Hands over each row; completes after the last. Fails with Failed if the table does, or as the taker does.
     *
     * @param taker is called on any thread, on several at once; the next rows wait for what it returns
     */
    static CompletionStage<Void> of(
            PermissionTable table, TableCalls calls, BiFunction<String, PermissionRow, CompletionStage<?>> taker) {
        Scan scan = new Scan(table, calls, taker);
        return calls.inTime(table.objects()).thenCompose(objects -> {
            scan.left.addAll(objects);
            for (int reader = 0; reader < AT_A_TIME; reader++) {
                scan.read();
            }
            return scan.done;
        });
    }

    /** Goes on in a loop as long as answers are there at once, so that the stack stays flat. */
    private void read() {
        for (String object = left.poll(); object != null; object = left.poll()) {
            String name = object;
            CompletableFuture<PermissionRow> row =
                    calls.inTime(table.lookup(name)).toCompletableFuture();
            CompletableFuture<?> taken = row.thenCompose(it -> taker.apply(name, it));
            if (!taken.isDone()) {
                var _ = taken.whenComplete((_, failure) -> {
                    if (failure == null) {
                        read();
                    } else {
                        done.completeExceptionally(Failures.cause(failure));
                    }
                });
                return;
            }
            if (taken.isCompletedExceptionally()) {
                done.completeExceptionally(Failures.cause(taken.exceptionNow()));
                return;
            }
        }
        if (readers.decrementAndGet() == 0) {
            done.complete(null);
        }
    }
}
