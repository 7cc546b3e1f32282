package org.vitrine.wire.outgoing;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Know who owns one name, once that is found out. Those who ask before are told in the order in which they asked, so
 * that their calls reach the owner in that order. Safe from any thread.
 */
final class Ownership {
    private final Queue<CompletableFuture<String>> waiting = new ArrayDeque<>();
    private @Nullable CompletableFuture<String> found;

    static Ownership of(String owner) {
        Ownership ownership = new Ownership();
        ownership.settle(CompletableFuture.completedFuture(owner));
        return ownership;
    }

    /** Hear who it is, now or later. */
    synchronized CompletableFuture<String> owner() {
        CompletableFuture<String> known = found;
        if (known != null) {
            return known;
        }
        CompletableFuture<String> turn = new CompletableFuture<>();
        waiting.add(turn);
        return turn;
    }

    synchronized boolean isFound() {
        return found != null;
    }

    synchronized boolean is(String uniqueName) {
        return found != null && !found.isCompletedExceptionally() && uniqueName.equals(found.join());
    }

    /** Tell those who wait, oldest first; whoever asks meanwhile comes after them. Called once. */
    void settle(CompletableFuture<String> result) {
        for (CompletableFuture<String> turn = next(result); turn != null; turn = next(result)) {
            tell(turn, result);
        }
    }

    private synchronized @Nullable CompletableFuture<String> next(CompletableFuture<String> result) {
        CompletableFuture<String> turn = waiting.poll();
        if (turn == null) {
            found = result;
        }
        return turn;
    }

    private static void tell(CompletableFuture<String> turn, CompletableFuture<String> result) {
        if (result.isCompletedExceptionally()) {
            turn.completeExceptionally(result.exceptionNow());
        } else {
            turn.complete(result.join());
        }
    }
}
