package org.vitrine.api.dbus;

import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Carry a call to a remote object, and its reply back. Never blocks.
 *
 * @param <S> the kind of file descriptor that calls carry; still the caller's afterwards
 * @param <R> the kind of file descriptor that replies carry; owned by whoever takes the reply
 */
@FunctionalInterface
public interface Invoker<S, R> {
    /**
     * Call a method.
     *
     * @param path the object to call
     * @param iface the interface that has the method
     * @param method which method
     * @param body the arguments, of the Java types that {@link BodyShape} lists
     * @return the reply's arguments; or a {@link org.vitrine.api.error.VitrineException} with the remote error
     */
    CompletionStage<List<Object>> invoke(
            ObjectPath path, InterfaceDescription iface, MethodDescription method, List<Object> body);
}
