package org.vitrine.broker.grants;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.broker.grants.table.PermissionTable;

/**
 * Writes to a table, one change of a row after the other. Rows are others' too, and there is no way to change one only
 * if it is still what it was: so nothing is written but what is meant to change. Never blocks; safe from any thread.
 */
final class GrantWrites {
    private static final Logger LOG = LoggerFactory.getLogger(GrantWrites.class);

    private final PermissionTable table;
    private final TableCalls calls;
    private final Rows rows;
    private final AppIndex index;
    private final int mostPerApp;
    private final ObjectQueue queue = new ObjectQueue();

    GrantWrites(PermissionTable table, TableCalls calls, Rows rows, AppIndex index, int mostPerApp) {
        this.table = table;
        this.calls = calls;
        this.rows = rows;
        this.index = index;
        this.mostPerApp = mostPerApp;
    }

    /** Writes an answer. Fails with Failed, or with LimitsExceeded if the application is in too many rows. */
    CompletionStage<Void> answer(GrantKey key, StoredAnswer answer) {
        String object = key.images().object();
        return queue.run(
                object,
                () -> rows.load(object)
                        .thenCompose(row -> allow(key.app(), row)
                                .thenCompose(_ -> write(key, row.of(key.app()).with(key.access(), answer)))));
    }

    private CompletionStage<?> allow(String app, KnownRow row) {
        if (row.row().permissions().containsKey(app)) {
            return done();
        }
        return index.objectsOf(app).thenCompose(objects -> {
            if (objects.size() < mostPerApp) {
                return done();
            }
            return CompletableFuture.failedStage(tooMany());
        });
    }

    static VitrineException tooMany() {
        return new VitrineException(ErrorName.LIMITS_EXCEEDED, "The application has as much remembered as it may");
    }

    private CompletionStage<Void> write(GrantKey key, AppAnswers answers) {
        String object = key.images().object();
        List<String> texts = PermissionText.format(answers);
        return texts.isEmpty()
                ? call(table.deletePermission(object, key.app()))
                : call(table.setPermission(object, key.app(), texts));
    }

    /** Puts the hashes of an "always" in place of those before. */
    CompletionStage<Void> tokens(GrantKey key, TokenChain chain) {
        String object = key.images().object();
        return queue.run(
                object,
                () -> rows.load(object)
                        .thenCompose(row -> call(
                                table.setData(object, StoredTokens.with(row.row(), key.app(), key.access(), chain)))));
    }

    /** Trades a token; empty if it is not good. Fails with Failed. */
    CompletionStage<Optional<TokenChain>> trade(GrantKey key, String hash, String nextHash) {
        String object = key.images().object();
        return queue.run(
                object,
                () -> rows.load(object).thenCompose(row -> {
                    Optional<TokenChain> traded = row.always(key.app()).contains(key.access())
                            ? StoredTokens.read(row.row(), key.app(), key.access())
                                    .trade(hash, nextHash)
                            : Optional.empty();
                    return traded.isEmpty()
                            ? CompletableFuture.completedStage(traded)
                            : call(table.setData(
                                            object,
                                            StoredTokens.with(row.row(), key.app(), key.access(), traded.get())))
                                    .thenApply(_ -> traded);
                }));
    }

    /** Writes the day of use. What somebody else writes at that moment holds: it is written once more. */
    void used(GrantKey key, LocalDate day) {
        String object = key.images().object();
        inBackground(queue.run(
                object,
                () -> rows.load(object).thenCompose(row -> {
                    AppAnswers answers = row.of(key.app());
                    return row.always(key.app()).contains(key.access())
                            ? overwrite(
                                    key,
                                    row.row().of(key.app()),
                                    PermissionText.format(answers.with(
                                            key.access(),
                                            answers.of(key.access())
                                                    .orElseThrow()
                                                    .usedOn(day))))
                            : done();
                })));
    }

    private CompletionStage<Void> overwrite(GrantKey key, List<String> before, List<String> after) {
        String object = key.images().object();
        Rows.Guard guard = rows.guard(object, key.app(), before, after);
        return call(table.setPermission(object, key.app(), after))
                .whenComplete((_, _) -> guard.close())
                .thenCompose(_ -> guard.foreign()
                        .map(texts -> texts.isEmpty()
                                ? call(table.deletePermission(object, key.app()))
                                : call(table.setPermission(object, key.app(), texts)))
                        .orElseGet(GrantWrites::done));
    }

    /** Removes what was answered for one access. */
    void remove(GrantKey key) {
        String object = key.images().object();
        inBackground(queue.run(
                object,
                () -> rows.load(object)
                        .thenCompose(row -> write(key, row.of(key.app()).without(key.access())))));
    }

    /** Removes an application from a row; tells what it was in there with. Fails with Failed. */
    CompletionStage<AppAnswers> remove(String app, String object) {
        return queue.run(
                object,
                () -> rows.load(object)
                        .thenCompose(row -> row.row().permissions().containsKey(app)
                                ? call(table.deletePermission(object, app)).thenApply(_ -> row.of(app))
                                : CompletableFuture.completedStage(AppAnswers.NONE)));
    }

    /** Removes a row. Fails with Failed. */
    CompletionStage<Void> remove(String object) {
        return queue.run(object, () -> call(table.delete(object)));
    }

    /** Removes the hashes that belong to no "always" any more, and the row if nobody is in it. */
    void scrub(String object) {
        inBackground(queue.run(
                object,
                () -> rows.load(object).thenCompose(row -> {
                    if (row.row().permissions().isEmpty()) {
                        return call(table.delete(object));
                    }
                    var standing = StoredTokens.standing(row);
                    return standing.equals(row.row().data()) ? done() : call(table.setData(object, standing));
                })));
    }

    private <T> CompletionStage<Void> call(CompletionStage<T> call) {
        return calls.inTime(call).thenAccept(_ -> {});
    }

    private static CompletionStage<Void> done() {
        return CompletableFuture.completedStage(null);
    }

    private static void inBackground(CompletionStage<?> change) {
        change.whenComplete((_, failure) -> {
            if (failure != null) {
                LOG.debug("A change of what is remembered failed: {}", Failures.name(failure));
            }
        });
    }
}
