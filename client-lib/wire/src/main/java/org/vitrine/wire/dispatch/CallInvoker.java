package org.vitrine.wire.dispatch;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vitrine.api.dbus.MethodDescription;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.TypeSignature;
import org.vitrine.api.dbus.UniqueName;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.wire.IncomingCall;
import org.vitrine.wire.ServedInterface;
import org.vitrine.wire.ServedObject;
import org.vitrine.wire.Service;
import org.vitrine.wire.message.Header;
import org.vitrine.wire.message.MalformedMessageException;
import org.vitrine.wire.message.MessageLimits;

/**
 * Find the method a call means, check its arguments' signature, and hand it to its handler. Used by the reader thread.
 */
final class CallInvoker<C> {
    private final Service<C> service;
    private final StandardHandlers<C> standard;
    private final MessageLimits limits;
    private final MethodSignatures signatures = new MethodSignatures();

    CallInvoker(Service<C> service, MessageLimits limits) {
        this.service = service;
        this.standard = new StandardHandlers<>(service);
        this.limits = limits;
    }

    private record Target<C>(ServedInterface<C> served, MethodDescription method) {}

    void invoke(C caller, UniqueName sender, PendingCall call) throws MalformedMessageException {
        Header header = call.header();
        ObjectPath path = pathOf(header);
        Target<C> target = find(caller, path, header);
        MethodSignatures.InOut signatures = this.signatures.of(target.method());
        TypeSignature expected = signatures.in();
        if (!expected.equals(header.signature())) {
            throw new VitrineException(
                    ErrorName.INVALID_ARGS,
                    "Expected arguments (" + expected.value() + "), got ("
                            + header.signature().value() + ")");
        }
        List<Object> body = call.arrival().decodeBody(limits);
        IncomingCall incoming = new IncomingCall(sender, path, header.interactiveAllowed(), body);
        target.served()
                .methods()
                .call(caller, target.method(), incoming)
                .whenComplete((result, failure) -> call.finish(signatures.out(), result, failure));
    }

    private Target<C> find(C caller, ObjectPath path, Header header) {
        Optional<ServedObject<C>> object = service.object(caller, path);
        if (object.isEmpty() && service.children(caller, path).isEmpty()) {
            throw new VitrineException(ErrorName.UNKNOWN_OBJECT, "There is no such object");
        }
        List<ServedInterface<C>> own = object.map(ServedObject::interfaces).orElse(List.of());
        Target<C> target = search(own, header);
        if (target == null) {
            target = search(standard.beside(object.isPresent()), header);
        }
        if (target == null) {
            throw unknown(own, header);
        }
        return target;
    }

    private static <C> @Nullable Target<C> search(List<ServedInterface<C>> interfaces, Header header) {
        for (ServedInterface<C> served : interfaces) {
            if (names(served, header)) {
                MethodDescription method = methodOf(served, header);
                if (method != null) {
                    return new Target<>(served, method);
                }
            }
        }
        return null;
    }

    private static boolean names(ServedInterface<?> served, Header header) {
        String name = header.interfaceName();
        return name == null || name.equals(served.description().name());
    }

    private static @Nullable MethodDescription methodOf(ServedInterface<?> served, Header header) {
        for (MethodDescription method : served.description().methods()) {
            if (method.name().equals(header.member())) {
                return method;
            }
        }
        return null;
    }

    private VitrineException unknown(List<ServedInterface<C>> own, Header header) {
        boolean known = own.stream().anyMatch(served -> names(served, header))
                || standard.beside(!own.isEmpty()).stream().anyMatch(served -> names(served, header));
        return known
                ? new VitrineException(ErrorName.UNKNOWN_METHOD, "There is no such method")
                : new VitrineException(ErrorName.UNKNOWN_INTERFACE, "There is no such interface");
    }

    private static ObjectPath pathOf(Header header) {
        ObjectPath path = header.path();
        if (path == null) {
            throw new IllegalStateException("A call without a path was let in");
        }
        return path;
    }
}
