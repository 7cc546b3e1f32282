package org.vitrine.wire.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.vitrine.api.dbus.InterfaceDescription;
import org.vitrine.api.dbus.MethodDescription;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.wire.MethodHandler;
import org.vitrine.wire.PropertyReader;
import org.vitrine.wire.ServedInterface;
import org.vitrine.wire.ServedObject;
import org.vitrine.wire.Service;

/**
 * Answer the interfaces every object has from what the service says of its own.
 *
 * @param <C> what the service knows of a caller
 */
final class StandardHandlers<C> {
    private static final List<InterfaceDescription> ON_EVERY_NODE =
            List.of(StandardInterfaces.PEER, StandardInterfaces.INTROSPECTABLE);

    private final Service<C> service;
    private final List<ServedInterface<C>> onEveryNode;
    private final List<ServedInterface<C>> onObjects;

    StandardHandlers(Service<C> service) {
        this.service = service;
        ServedInterface<C> peer = serve(StandardInterfaces.PEER, (caller, method, call) -> answer(callPeer(method)));
        ServedInterface<C> introspectable = serve(
                StandardInterfaces.INTROSPECTABLE,
                (caller, method, call) -> answer(List.of(introspect(caller, call.path()))));
        ServedInterface<C> properties = serve(
                StandardInterfaces.PROPERTIES,
                (caller, method, call) -> answer(properties(caller, call.path()).call(method, call.body())));
        this.onEveryNode = List.of(peer, introspectable);
        this.onObjects = List.of(peer, introspectable, properties);
    }

    /** List the interfaces that come on top of the object's own. */
    List<ServedInterface<C>> beside(boolean hasObject) {
        return hasObject ? onObjects : onEveryNode;
    }

    /** Answer {@code Peer}, for which it does not matter who asks or at which path. */
    static List<Object> callPeer(MethodDescription method) {
        return method.equals(StandardInterfaces.PING) ? List.of() : List.of(MachineId.read());
    }

    static boolean isStandard(String interfaceName) {
        return interfaceName.equals(StandardInterfaces.PROPERTIES.name())
                || ON_EVERY_NODE.stream().anyMatch(i -> i.name().equals(interfaceName));
    }

    private String introspect(C caller, ObjectPath path) {
        Optional<ServedObject<C>> object = service.object(caller, path);
        List<InterfaceDescription> interfaces = new ArrayList<>(ON_EVERY_NODE);
        object.ifPresent(o -> {
            interfaces.add(StandardInterfaces.PROPERTIES);
            o.interfaces().forEach(served -> interfaces.add(served.description()));
        });
        return IntrospectionXml.of(interfaces, service.children(caller, path));
    }

    private PropertyCalls<C> properties(C caller, ObjectPath path) {
        return service.object(caller, path)
                .map(object -> new PropertyCalls<>(caller, object.interfaces()))
                .orElseThrow(() -> new VitrineException(ErrorName.UNKNOWN_OBJECT, "There is no such object"));
    }

    private static CompletableFuture<List<Object>> answer(List<Object> body) {
        return CompletableFuture.completedFuture(body);
    }

    private static <C> ServedInterface<C> serve(InterfaceDescription description, MethodHandler<C> handler) {
        return new ServedInterface<>(description, handler, PropertyReader.none());
    }
}
