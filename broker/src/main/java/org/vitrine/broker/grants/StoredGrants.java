package org.vitrine.broker.grants;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.vitrine.broker.grants.table.PermissionTable;
import org.vitrine.policy.Remembered;
import org.vitrine.policy.Remembered.Answer;

/**
 * Remembers in a permission table, which others read and change, and in memory what is to hold while an application
 * runs.
 *
 * <p>Nothing is read before it is needed. A row is known from when it is first asked for; one that let somebody in is
 * watched until that application leaves the bus, and what is taken back there is told of at once. Where somebody takes
 * back in the table what was said of an application and some images, what holds while it runs goes with it.
 */
public final class StoredGrants implements Grants {
    private final GrantLifetimes lifetimes;
    private final InstantSource clock;
    private final Rows rows;
    private final GrantWrites writes;
    private final RunningGrants running;
    private final Losses losses;
    private final GrantWatch watch;
    private final Inventory inventory;
    private final RestoreTokens tokens = new RestoreTokens();

    /**
     * Reads nothing yet.
     *
     * @param table is listened to from now on; whoever made it closes it
     * @param teller runs what tells of losses, one at a time
     */
    public StoredGrants(PermissionTable table, GrantSettings settings, InstantSource clock, Executor teller) {
        this.lifetimes = settings.lifetimes();
        this.clock = clock;
        TableCalls calls = new TableCalls(settings.deadline());
        AppIndex index = new AppIndex(table, calls);
        this.losses = new Losses(teller);
        this.running = new RunningGrants(settings.mostPerApp());
        this.rows = new Rows(table, calls);
        this.writes = new GrantWrites(table, calls, rows, index, settings.mostPerApp());
        GrantWatch.Memory memory = new GrantWatch.Memory(rows, index, writes, running);
        this.watch = new GrantWatch(memory, losses, clock, lifetimes);
        this.inventory = new Inventory(memory, watch, table, calls);
        rows.listen(watch);
    }

    @Override
    public CompletionStage<Optional<Remembered>> recall(GrantKey key) {
        Optional<Answer> whileRunning = running.answer(key);
        if (whileRunning.isPresent()) {
            return CompletableFuture.completedStage(remembered(key, whileRunning.get()));
        }
        String object = key.images().object();
        Optional<KnownRow> known = rows.known(object);
        return known.isPresent()
                ? CompletableFuture.completedStage(recall(key, known.get()))
                : rows.load(object).handle((row, failure) -> failure == null ? recall(key, row) : Optional.empty());
    }

    private Optional<Remembered> recall(GrantKey key, KnownRow row) {
        Optional<StoredAnswer> stored = row.of(key);
        if (stored.filter(watch::isOver).isPresent()) {
            watch.expire(key);
            return Optional.empty();
        }
        return stored.flatMap(it -> remembered(key, it.answer()));
    }

    private static Optional<Remembered> remembered(GrantKey key, Answer answer) {
        return Optional.of(new Remembered(answer, key.images().object()));
    }

    @Override
    public CompletionStage<Optional<String>> remember(GrantKey key, Answer answer, Persistence persistence) {
        return switch (persistence) {
            case ONCE -> CompletableFuture.completedStage(Optional.empty());
            case WHILE_RUNNING -> rememberRunning(key, answer);
            case UNTIL_REVOKED -> rememberStored(key, answer);
        };
    }

    private CompletionStage<Optional<String>> rememberRunning(GrantKey key, Answer answer) {
        Optional<String> token = answer == Answer.ALWAYS ? Optional.of(tokens.make()) : Optional.empty();
        TokenChain chain = token.map(RestoreTokens::hash).map(TokenChain::of).orElse(TokenChain.NONE);
        boolean didLetIn = watch.letsIn(key);
        if (!running.remember(key, answer, clock.instant(), chain)) {
            return CompletableFuture.failedStage(GrantWrites.tooMany());
        }
        watch.watch(key);
        if (didLetIn && answer != Answer.ALWAYS) {
            watch.lose(Set.of(key));
        }
        return CompletableFuture.completedStage(token);
    }

    private CompletionStage<Optional<String>> rememberStored(GrantKey key, Answer answer) {
        CompletionStage<Void> written = writes.answer(key, StoredAnswer.given(answer, clock.instant(), lifetimes))
                .thenRun(() -> forgetRunning(key, answer));
        if (answer != Answer.ALWAYS) {
            return written.thenApply(_ -> Optional.empty());
        }
        String token = tokens.make();
        return written.thenCompose(_ -> writes.tokens(key, TokenChain.of(RestoreTokens.hash(token))))
                .thenApply(_ -> Optional.of(token));
    }

    private void forgetRunning(GrantKey key, Answer instead) {
        boolean lost = running.forget(key).filter(it -> it == Answer.ALWAYS).isPresent();
        if (lost && instead != Answer.ALWAYS) {
            watch.lose(Set.of(key));
        }
    }

    @Override
    public CompletionStage<Optional<Restored>> restore(GrantKey key, String token) {
        String hash = RestoreTokens.hash(token);
        String next = tokens.make();
        String nextHash = RestoreTokens.hash(next);
        if (running.trade(key, hash, nextHash)) {
            return CompletableFuture.completedStage(Optional.of(new Restored(Persistence.WHILE_RUNNING, next)));
        }
        return recallStored(key)
                .thenCompose(letsIn -> letsIn ? writes.trade(key, hash, nextHash) : nothing())
                .handle((traded, failure) -> failure == null
                        ? traded.map(_ -> new Restored(Persistence.UNTIL_REVOKED, next))
                        : sameAgain(key, hash, token));
    }

    private CompletionStage<Boolean> recallStored(GrantKey key) {
        return rows.load(key.images().object())
                .thenApply(row -> recall(key, row)
                        .filter(it -> it.answer() == Answer.ALWAYS)
                        .isPresent());
    }

    private static CompletionStage<Optional<TokenChain>> nothing() {
        return CompletableFuture.completedStage(Optional.empty());
    }

    /** A token that was good but could not be traded is still good. */
    private Optional<Restored> sameAgain(GrantKey key, String hash, String token) {
        return rows.known(key.images().object())
                .filter(row -> row.of(key).filter(watch::letsIn).isPresent())
                .filter(row -> StoredTokens.read(row.row(), key.app(), key.access())
                        .hashes()
                        .contains(hash))
                .map(_ -> new Restored(Persistence.UNTIL_REVOKED, token));
    }

    /**
     * Notes that something that was remembered let somebody in: from now on its loss is not missed. If it was lost
     * since it was recalled, that is told of now; so this is to be called when there is a session to end.
     */
    @Override
    public void used(GrantKey key) {
        watch.used(key);
    }

    @Override
    public void appLeft(String app) {
        running.forget(app);
        watch.appLeft(app);
    }

    @Override
    public CompletionStage<List<Entry>> list() {
        return inventory.list();
    }

    @Override
    public CompletionStage<Boolean> forget(String app, ImageSelector images) {
        return inventory.forget(app, images.object()).thenApply(entries -> entries > 0);
    }

    @Override
    public CompletionStage<Integer> forgetApp(String app) {
        return inventory.forgetApp(app);
    }

    @Override
    public CompletionStage<Integer> forgetAll() {
        return inventory.forgetAll();
    }

    @Override
    public void listen(Consumer<GrantKey> lost) {
        losses.listen(lost);
    }

    /**
     * Ends what let somebody in who may still be looking, and has expired since; reads again what could not be read
     * when changes were missed. To be called now and then. What nobody uses is looked at when it is recalled.
     */
    public void sweep() {
        watch.sweep();
    }
}
