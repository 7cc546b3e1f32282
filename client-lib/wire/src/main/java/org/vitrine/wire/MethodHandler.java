package org.vitrine.wire;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.vitrine.api.dbus.MethodDescription;

/**
 * Answer the methods of one interface.
 *
 * @param <C> what the service knows of a caller
 */
@FunctionalInterface
public interface MethodHandler<C> {

    /**
     * Answer a call, now or later. Runs on the reader thread and must not block; the stage may be completed on any
     * thread.
     *
     * <p>The body of the answer holds values by D-Bus type; each {@code h} is an {@link org.vitrine.fd.Fd} that stays
     * the handler's: it may be closed as soon as completing the stage has returned. A
     * {@link org.vitrine.api.error.VitrineException} is answered by its name and text, anything else as
     * {@code org.vitrine.Error.Internal} with an incident id.
     *
     * @param method the method called; the body of the call has its signature already
     */
    CompletionStage<List<Object>> call(C caller, MethodDescription method, IncomingCall call);
}
