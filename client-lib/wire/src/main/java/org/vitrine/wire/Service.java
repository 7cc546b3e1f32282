package org.vitrine.wire;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.UniqueName;

/**
 * Answer for everything a {@link Bus} serves.
 *
 * <p>Every method is called on the bus's reader thread and must not block. What a method throws is answered to the
 * caller as an error and never ends the reader.
 *
 * @param <C> what the service knows of a caller
 */
public interface Service<C> {

    /**
     * Tell who a sender is. Asked once per sender and remembered until it leaves the bus; the sender's calls wait, in
     * order, until the stage completes. A stage that fails answers the waiting calls with its error, and the next call
     * asks again.
     */
    CompletionStage<C> identify(UniqueName sender);

    /** Forget a caller: it has left the bus. Called once for each successful {@link #identify}. */
    void gone(UniqueName sender, C caller);

    /**
     * Find what the caller can see at a path. Empty, be it that there is nothing or that it is another's, is answered
     * with {@code UnknownObject}.
     */
    Optional<ServedObject<C>> object(C caller, ObjectPath path);

    /** List the names of the nodes directly below a path that the caller can see, for introspection. */
    List<String> children(C caller, ObjectPath path);
}
