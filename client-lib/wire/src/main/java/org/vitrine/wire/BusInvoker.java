package org.vitrine.wire;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.vitrine.api.dbus.InterfaceDescription;
import org.vitrine.api.dbus.Invoker;
import org.vitrine.api.dbus.MethodDescription;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.fd.Fd;
import org.vitrine.fd.OwnedFd;
import org.vitrine.wire.outgoing.Calls;

/**
 * Call one peer.
 *
 * <p>Descriptors in arguments stay the caller's and may be closed as soon as {@code invoke} returns; those in a reply
 * are owned by whoever receives the completed stage. Stages complete on the bus's reader thread, or on its timer's:
 * don't block in them. Safe from any thread.
 */
public final class BusInvoker implements Invoker<Fd, OwnedFd> {
    private final Calls calls;

    BusInvoker(Calls calls) {
        this.calls = calls;
    }

    /** Allow the callee to ask the user meanwhile (ALLOW_INTERACTIVE_AUTHORIZATION). */
    public BusInvoker interactive() {
        return new BusInvoker(new Calls(calls.route(), calls.destination(), calls.timeout(), true));
    }

    @Override
    public CompletionStage<List<Object>> invoke(
            ObjectPath path, InterfaceDescription iface, MethodDescription method, List<Object> body) {
        return calls.invoke(path, iface, method, body);
    }
}
