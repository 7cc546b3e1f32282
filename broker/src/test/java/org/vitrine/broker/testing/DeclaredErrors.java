package org.vitrine.broker.testing;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.vitrine.api.dbus.InterfaceDescription;
import org.vitrine.api.dbus.Invoker;
import org.vitrine.api.dbus.MethodDescription;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.fd.Fd;
import org.vitrine.fd.OwnedFd;

/**
 * Calls as another invoker does, and fails the test when the broker answers an error that the contract does not list.
 */
record DeclaredErrors(Invoker<Fd, OwnedFd> inner) implements Invoker<Fd, OwnedFd> {
    private static final Set<ErrorName> OF_ANY_CALL = EnumSet.of(
            ErrorName.INVALID_ARGS,
            ErrorName.UNKNOWN_METHOD,
            ErrorName.UNKNOWN_OBJECT,
            ErrorName.UNKNOWN_INTERFACE,
            ErrorName.ACCESS_DENIED,
            ErrorName.LIMITS_EXCEEDED,
            ErrorName.SERVICE_UNKNOWN,
            ErrorName.NO_REPLY);

    @Override
    public CompletionStage<List<Object>> invoke(
            ObjectPath path, InterfaceDescription iface, MethodDescription method, List<Object> body) {
        return inner.invoke(path, iface, method, body).exceptionally(failure -> {
            Throwable cause = failure instanceof CompletionException e ? e.getCause() : failure;
            if (cause instanceof VitrineException known && !isDeclared(method, known.name())) {
                throw new AssertionError(method.name() + " answers what the contract does not list: " + known);
            }
            throw new CompletionException(cause);
        });
    }

    private static boolean isDeclared(MethodDescription method, ErrorName name) {
        return OF_ANY_CALL.contains(name) || method.errors().contains(name);
    }
}
