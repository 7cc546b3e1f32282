package org.vitrine.broker.grants;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Runs what changes one object one after the other. Never blocks; safe from any thread. */
final class ObjectQueue {
    private final Map<String, CompletableFuture<?>> last = new HashMap<>();

    /** Begins a change once those before it have ended, well or badly. It must end itself. */
    <T> CompletionStage<T> run(String object, Supplier<CompletionStage<T>> change) {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        CompletableFuture<?> before;
        synchronized (last) {
            before = last.getOrDefault(object, CompletableFuture.completedFuture(null));
            last.put(object, ended);
        }
        CompletionStage<T> result = before.thenCompose(_ -> change.get());
        return result.whenComplete((_, _) -> {
            synchronized (last) {
                last.remove(object, ended);
            }
            ended.complete(null);
        });
    }
}
