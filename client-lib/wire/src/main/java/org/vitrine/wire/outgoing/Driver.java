package org.vitrine.wire.outgoing;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.vitrine.api.dbus.ArgumentDescription;
import org.vitrine.api.dbus.MethodDescription;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.TypeSignature;
import org.vitrine.api.dbus.Variant;
import org.vitrine.fd.OwnedFd;

/** Call the bus driver (D-Bus specification, "Message Bus Messages"). Never blocks; safe from any thread. */
public final class Driver {
    /** The driver's bus name, and the sender it stamps on its own messages. */
    public static final String NAME = "org.freedesktop.DBus";

    /** The driver's object. */
    public static final ObjectPath PATH = new ObjectPath("/org/freedesktop/DBus");

    /** The driver's interface. */
    public static final String INTERFACE = "org.freedesktop.DBus";

    private static final MethodDescription GET_NAME_OWNER = method("GetNameOwner", List.of("s"), "s");
    private static final MethodDescription NAME_HAS_OWNER = method("NameHasOwner", List.of("s"), "b");
    private static final MethodDescription START_SERVICE = method("StartServiceByName", List.of("s", "u"), "u");
    private static final MethodDescription GET_CREDENTIALS = method("GetConnectionCredentials", List.of("s"), "a{sv}");
    private static final MethodDescription ADD_MATCH = method("AddMatch", List.of("s"));
    private static final MethodDescription REMOVE_MATCH = method("RemoveMatch", List.of("s"));
    private static final MethodDescription PING = method("Ping", List.of());

    private final OutgoingCalls calls;
    private final Duration timeout;

    public Driver(OutgoingCalls calls, Duration timeout) {
        this.calls = calls;
        this.timeout = timeout;
    }

    CompletionStage<String> getNameOwner(String name) {
        return call(GET_NAME_OWNER, name).thenApply(body -> (String) body.getFirst());
    }

    CompletionStage<Boolean> nameHasOwner(String name) {
        return call(NAME_HAS_OWNER, name).thenApply(body -> (Boolean) body.getFirst());
    }

    CompletionStage<?> startServiceByName(String name) {
        return call(START_SERVICE, name, 0L);
    }

    /** Ask for what the driver knows of a peer, by the keys of the specification. */
    @SuppressWarnings("unchecked")
    CompletionStage<Map<String, Variant<OwnedFd>>> getConnectionCredentials(String name) {
        return call(GET_CREDENTIALS, name).thenApply(body -> (Map<String, Variant<OwnedFd>>) body.getFirst());
    }

    CompletionStage<?> addMatch(String rule) {
        return call(ADD_MATCH, rule);
    }

    void removeMatch(String rule) {
        calls.send(new OutgoingCall(NAME, PATH, INTERFACE, REMOVE_MATCH, List.of(rule), false, timeout));
    }

    /** Ask for a sign of life. */
    public CompletionStage<?> ping() {
        return calls.call(new OutgoingCall(NAME, PATH, "org.freedesktop.DBus.Peer", PING, List.of(), false, timeout));
    }

    private CompletionStage<List<Object>> call(MethodDescription method, Object... arguments) {
        return calls.call(new OutgoingCall(NAME, PATH, INTERFACE, method, List.of(arguments), false, timeout));
    }

    private static MethodDescription method(String name, List<String> in, String... out) {
        return new MethodDescription(name, arguments(in), arguments(Arrays.asList(out)), List.of());
    }

    private static List<ArgumentDescription> arguments(List<String> types) {
        return types.stream()
                .map(type -> new ArgumentDescription("value", new TypeSignature(type)))
                .toList();
    }
}
