package org.vitrine.wire.outgoing;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.vitrine.api.dbus.InterfaceDescription;
import org.vitrine.api.dbus.Invoker;
import org.vitrine.api.dbus.MethodDescription;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.fd.Fd;
import org.vitrine.fd.OwnedFd;

/**
 * Call one destination, be it a well-known name whose owner must be found first. Never blocks; safe from any thread.
 */
public record Calls(Route route, String destination, Duration timeout, boolean interactiveAllowed)
        implements Invoker<Fd, OwnedFd> {

    /** What calls need of a connection. */
    public record Route(OutgoingCalls calls, Owners owners) {}

    @Override
    public CompletionStage<List<Object>> invoke(
            ObjectPath path, InterfaceDescription iface, MethodDescription method, List<Object> body) {
        CompletableFuture<String> owner = route.owners().resolve(destination).toCompletableFuture();
        CompletionStage<List<Object>> reply;
        if (owner.isDone()) {
            reply = owner.thenCompose(to -> call(to, path, iface, method, body));
        } else {
            BodyCopy copy = BodyCopy.of(method, body);
            reply = owner.thenCompose(to -> call(to, path, iface, method, copy.body()))
                    .whenComplete((result, failure) -> copy.close());
        }
        CompletableFuture<List<Object>> result = new CompletableFuture<>();
        reply.whenComplete((values, failure) -> finish(result, values, failure));
        return result;
    }

    /** Whoever called may have given up meanwhile; then nobody else would close the reply's descriptors. */
    private void finish(
            CompletableFuture<List<Object>> result, @Nullable List<Object> values, @Nullable Throwable failure) {
        if (values == null) {
            recheckIfGone(failure);
            result.completeExceptionally(Objects.requireNonNull(failure));
        } else if (!result.complete(values)) {
            UnwantedBody.close(values);
        }
    }

    private CompletionStage<List<Object>> call(
            String to, ObjectPath path, InterfaceDescription iface, MethodDescription method, List<Object> body) {
        return route.calls().call(new OutgoingCall(to, path, iface.name(), method, body, interactiveAllowed, timeout));
    }

    private void recheckIfGone(@Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException e && e.getCause() != null ? e.getCause() : failure;
        if (cause instanceof VitrineException e
                && (e.name() == ErrorName.SERVICE_UNKNOWN || e.name() == ErrorName.NAME_HAS_NO_OWNER)) {
            route.owners().recheck(destination);
        }
    }
}
