package org.vitrine.wire.outgoing;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;

/**
 * Know which connection owns a well-known name, so that replies and signals can be checked against it: the driver
 * stamps unique names. Services that can be started are started. Safe from any thread.
 */
public final class Owners {
    private final Driver driver;
    private final NameWatch watch;
    private final Map<String, CompletableFuture<String>> owners = new HashMap<>();
    private final Map<String, Boolean> watched = new HashMap<>();

    public Owners(Driver driver, NameWatch watch) {
        this.driver = driver;
        this.watch = watch;
    }

    /** Find the unique name behind a destination; unique names and the driver's stand for themselves. */
    CompletionStage<String> resolve(String destination) {
        if (standsForItself(destination)) {
            return CompletableFuture.completedFuture(destination);
        }
        CompletableFuture<String> owner;
        synchronized (owners) {
            CompletableFuture<String> known = owners.get(destination);
            if (known != null) {
                return known;
            }
            watchOnce(destination);
            owner = new CompletableFuture<>();
            owners.put(destination, owner);
        }
        ask(destination, owner);
        return owner;
    }

    /** Begin to know who owns a name, without starting anything. */
    void follow(String destination) {
        if (standsForItself(destination)) {
            return;
        }
        CompletableFuture<String> owner;
        synchronized (owners) {
            if (owners.containsKey(destination)) {
                return;
            }
            watchOnce(destination);
            owner = new CompletableFuture<>();
            owners.put(destination, owner);
        }
        settle(destination, owner, driver.getNameOwner(destination));
    }

    /** Tell whether a sender is who a name stands for now. */
    boolean isOwner(String destination, String sender) {
        if (standsForItself(destination)) {
            return destination.equals(sender);
        }
        synchronized (owners) {
            CompletableFuture<String> owner = owners.get(destination);
            return owner != null && owner.isDone() && !owner.isCompletedExceptionally() && sender.equals(owner.join());
        }
    }

    /** Forget an owner that turned out to be gone. */
    void forget(String destination) {
        synchronized (owners) {
            owners.remove(destination);
        }
    }

    private void ask(String name, CompletableFuture<String> owner) {
        CompletionStage<String> found =
                driver.getNameOwner(name).exceptionallyCompose(failure -> startIfAbsent(name, failure));
        settle(name, owner, found);
    }

    private void settle(String name, CompletableFuture<String> owner, CompletionStage<String> found) {
        found.whenComplete((unique, failure) -> {
            if (failure != null) {
                forgetFailed(name, owner);
                owner.completeExceptionally(failure);
            } else {
                owner.complete(unique);
            }
        });
    }

    private CompletionStage<String> startIfAbsent(String name, Throwable failure) {
        Throwable cause = failure instanceof CompletionException e && e.getCause() != null ? e.getCause() : failure;
        if (cause instanceof VitrineException e && e.name() == ErrorName.NAME_HAS_NO_OWNER) {
            return driver.startServiceByName(name).thenCompose(started -> driver.getNameOwner(name));
        }
        return CompletableFuture.failedFuture(cause);
    }

    private void forgetFailed(String name, CompletableFuture<String> owner) {
        synchronized (owners) {
            owners.remove(name, owner);
        }
    }

    private void watchOnce(String name) {
        if (watched.putIfAbsent(name, true) == null) {
            watch.watch(name, owner -> changed(name, owner));
        }
    }

    private void changed(String name, String newOwner) {
        synchronized (owners) {
            CompletableFuture<String> known = owners.get(name);
            if (known != null && !known.isDone()) {
                return;
            }
            if (newOwner.isEmpty()) {
                owners.remove(name);
            } else {
                owners.put(name, CompletableFuture.completedFuture(newOwner));
            }
        }
    }

    private static boolean standsForItself(String destination) {
        return destination.startsWith(":") || destination.equals(Driver.NAME);
    }
}
