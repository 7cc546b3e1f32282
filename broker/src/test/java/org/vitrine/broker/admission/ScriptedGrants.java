package org.vitrine.broker.admission;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.vitrine.broker.grants.GrantKey;
import org.vitrine.broker.grants.Grants;
import org.vitrine.broker.grants.ImageSelector;
import org.vitrine.broker.grants.Persistence;
import org.vitrine.policy.Remembered;

/** Remembers in a map, and what a test says. */
final class ScriptedGrants implements Grants {
    static final String FIRST_TOKEN = "first-token";
    static final String NEXT_TOKEN = "next-token";

    final Map<GrantKey, Remembered.Answer> known = new HashMap<>();
    final List<String> left = new ArrayList<>();
    private final List<Consumer<GrantKey>> listeners = new ArrayList<>();
    boolean broken;
    boolean throwing;

    void lose(GrantKey key) {
        known.remove(key);
        listeners.forEach(listener -> listener.accept(key));
    }

    @Override
    public CompletionStage<Optional<Remembered>> recall(GrantKey key) {
        if (throwing) {
            throw new IllegalStateException("a bug");
        }
        return CompletableFuture.completedFuture(Optional.ofNullable(known.get(key))
                .map(answer -> new Remembered(answer, key.images().object())));
    }

    @Override
    public CompletionStage<Optional<String>> remember(GrantKey key, Remembered.Answer answer, Persistence persistence) {
        if (broken) {
            return CompletableFuture.failedFuture(new IllegalStateException("the store is down"));
        }
        known.put(key, answer);
        return CompletableFuture.completedFuture(
                answer == Remembered.Answer.ALWAYS ? Optional.of(FIRST_TOKEN) : Optional.empty());
    }

    @Override
    public CompletionStage<Optional<Restored>> restore(GrantKey key, String token) {
        return CompletableFuture.completedFuture(
                token.equals(FIRST_TOKEN)
                        ? Optional.of(new Restored(Persistence.UNTIL_REVOKED, NEXT_TOKEN))
                        : Optional.empty());
    }

    @Override
    public void used(GrantKey key) {
        if (known.get(key) != Remembered.Answer.ALWAYS) {
            listeners.forEach(listener -> listener.accept(key));
        }
    }

    @Override
    public void appLeft(String app) {
        left.add(app);
    }

    @Override
    public CompletionStage<List<Entry>> list() {
        return CompletableFuture.completedFuture(List.of());
    }

    @Override
    public CompletionStage<Boolean> forget(String app, ImageSelector images) {
        return CompletableFuture.completedFuture(false);
    }

    @Override
    public CompletionStage<Integer> forgetApp(String app) {
        return CompletableFuture.completedFuture(0);
    }

    @Override
    public CompletionStage<Integer> forgetAll() {
        return CompletableFuture.completedFuture(0);
    }

    @Override
    public void listen(Consumer<GrantKey> lost) {
        listeners.add(lost);
    }
}
