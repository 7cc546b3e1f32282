package org.vitrine.wire.outgoing;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;

/**
 * Know which connection owns a well-known name, so that replies and signals can be checked against it: the driver
 * stamps unique names. Services that can be started are started. Safe from any thread.
 */
public final class Owners {
    private final Driver driver;
    private final NameWatch watch;
    private final Map<String, Ownership> owners = new HashMap<>();
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
        Ownership ownership;
        CompletableFuture<String> owner;
        synchronized (owners) {
            Ownership known = owners.get(destination);
            if (known != null) {
                return known.owner();
            }
            ownership = begin(destination);
            owner = ownership.owner();
        }
        ask(destination, ownership);
        return owner;
    }

    /** Begin to know who owns a name, without starting anything. */
    void follow(String destination) {
        if (standsForItself(destination)) {
            return;
        }
        Ownership ownership;
        synchronized (owners) {
            if (owners.containsKey(destination)) {
                return;
            }
            ownership = begin(destination);
        }
        settle(destination, ownership, driver.getNameOwner(destination));
    }

    /** Tell whether a sender is who a name stands for now. */
    boolean isOwner(String destination, String sender) {
        if (standsForItself(destination)) {
            return destination.equals(sender);
        }
        synchronized (owners) {
            Ownership ownership = owners.get(destination);
            return ownership != null && ownership.is(sender);
        }
    }

    /**
     * Ask the driver again who owns a name, since a call ended as if nobody did. The owner itself may have said so, and
     * stays the owner.
     */
    void recheck(String destination) {
        if (!standsForItself(destination)) {
            driver.getNameOwner(destination).whenComplete((owner, failure) -> {
                if (owner != null) {
                    changed(destination, owner);
                } else if (isWithoutOwner(failure)) {
                    changed(destination, "");
                }
            });
        }
    }

    private Ownership begin(String name) {
        watchOnce(name);
        Ownership ownership = new Ownership();
        owners.put(name, ownership);
        return ownership;
    }

    private void ask(String name, Ownership owner) {
        CompletionStage<String> found =
                driver.getNameOwner(name).exceptionallyCompose(failure -> startIfAbsent(name, failure));
        settle(name, owner, found);
    }

    private void settle(String name, Ownership owner, CompletionStage<String> found) {
        found.whenComplete((unique, failure) -> {
            if (failure != null) {
                forgetFailed(name, owner);
                owner.settle(CompletableFuture.failedFuture(failure));
            } else {
                owner.settle(CompletableFuture.completedFuture(unique));
            }
        });
    }

    private CompletionStage<String> startIfAbsent(String name, Throwable failure) {
        if (isWithoutOwner(failure)) {
            return driver.startServiceByName(name).thenCompose(started -> driver.getNameOwner(name));
        }
        return CompletableFuture.failedFuture(failure);
    }

    private static boolean isWithoutOwner(@Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException e && e.getCause() != null ? e.getCause() : failure;
        return cause instanceof VitrineException e && e.name() == ErrorName.NAME_HAS_NO_OWNER;
    }

    private void forgetFailed(String name, Ownership owner) {
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
            Ownership known = owners.get(name);
            if (known != null && !known.isFound()) {
                return;
            }
            if (newOwner.isEmpty()) {
                owners.remove(name);
            } else {
                owners.put(name, Ownership.of(newOwner));
            }
        }
    }

    private static boolean standsForItself(String destination) {
        return destination.startsWith(":") || destination.equals(Driver.NAME);
    }
}
