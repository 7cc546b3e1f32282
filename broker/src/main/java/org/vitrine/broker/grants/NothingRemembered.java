package org.vitrine.broker.grants;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.vitrine.policy.Remembered;

/** Remembers nothing. */
public final class NothingRemembered implements Grants {
    /** Makes it. */
    public NothingRemembered() {}

    @Override
    public CompletionStage<Optional<Remembered>> recall(GrantKey key) {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    @Override
    public CompletionStage<Optional<String>> remember(GrantKey key, Remembered.Answer answer, Persistence persistence) {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    @Override
    public CompletionStage<Optional<Restored>> restore(GrantKey key, String token) {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    @Override
    public void used(GrantKey key) {}

    @Override
    public void appLeft(String app) {}

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
    public void listen(Consumer<GrantKey> lost) {}
}
