package org.vitrine.broker.door;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.vitrine.broker.grants.GrantKey;
import org.vitrine.broker.grants.Grants;
import org.vitrine.broker.grants.ImageSelector;
import org.vitrine.broker.grants.Persistence;
import org.vitrine.policy.Remembered;

/** Remembers in memory. Answers at once, unless it is told to answer on other threads, never, or with an error. */
final class FakeGrants implements Grants {
    static final Instant GRANTED = Instant.parse("2026-03-01T09:08:07Z");

    private final Map<GrantKey, Remembered.Answer> remembered = new LinkedHashMap<>();
    private Optional<CompletableFuture<?>> instead = Optional.empty();

    /** Answers everything with what becomes of a stage. */
    void answerWith(CompletableFuture<?> stage) {
        instead = Optional.of(stage);
    }

    synchronized List<GrantKey> keys() {
        return new ArrayList<>(remembered.keySet());
    }

    private <T> CompletionStage<T> answer(Supplier<T> work) {
        return instead.<CompletionStage<T>>map(stage -> stage.thenApply(_ -> work.get()))
                .orElseGet(() -> CompletableFuture.supplyAsync(work));
    }

    @Override
    public CompletionStage<Optional<Remembered>> recall(GrantKey key) {
        return answer(() -> {
            synchronized (this) {
                return Optional.ofNullable(remembered.get(key))
                        .map(said -> new Remembered(said, key.images().object()));
            }
        });
    }

    @Override
    public CompletionStage<Optional<String>> remember(GrantKey key, Remembered.Answer said, Persistence persistence) {
        return answer(() -> {
            synchronized (this) {
                remembered.put(key, said);
                return Optional.empty();
            }
        });
    }

    @Override
    public CompletionStage<Optional<Restored>> restore(GrantKey key, String token) {
        return answer(Optional::empty);
    }

    @Override
    public void used(GrantKey key) {}

    @Override
    public void appLeft(String app) {}

    @Override
    public CompletionStage<List<Entry>> list() {
        return answer(() -> {
            synchronized (this) {
                return remembered.entrySet().stream()
                        .map(entry -> new Entry(
                                entry.getKey(),
                                entry.getValue(),
                                Persistence.UNTIL_REVOKED,
                                Optional.of(GRANTED),
                                Optional.empty(),
                                Optional.empty()))
                        .toList();
            }
        });
    }

    @Override
    public CompletionStage<Boolean> forget(String app, ImageSelector images) {
        return answer(() -> {
            synchronized (this) {
                return remembered
                        .keySet()
                        .removeIf(key -> key.app().equals(app) && key.images().equals(images));
            }
        });
    }

    @Override
    public CompletionStage<Integer> forgetApp(String app) {
        return answer(() -> {
            synchronized (this) {
                int before = remembered.size();
                remembered.keySet().removeIf(key -> key.app().equals(app));
                return before - remembered.size();
            }
        });
    }

    @Override
    public CompletionStage<Integer> forgetAll() {
        return answer(() -> {
            synchronized (this) {
                int before = remembered.size();
                remembered.clear();
                return before;
            }
        });
    }

    @Override
    public void listen(Consumer<GrantKey> lost) {}
}
