package org.vitrine.broker.grants.table;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.vitrine.api.dbus.ArgumentDescription;
import org.vitrine.api.dbus.InterfaceDescription;
import org.vitrine.api.dbus.MethodDescription;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.UniqueName;
import org.vitrine.wire.Bus;
import org.vitrine.wire.BusInvoker;

/** Asks the bus driver about a name. Never blocks; safe from any thread. */
final class BusDriver {
    private static final String NAME = "org.freedesktop.DBus";
    private static final ObjectPath PATH = new ObjectPath("/org/freedesktop/DBus");
    private static final ArgumentDescription TEXT = ArgumentDescription.of("value", "s");
    private static final MethodDescription GET_OWNER =
            new MethodDescription("GetNameOwner", List.of(TEXT), List.of(TEXT), List.of());
    private static final MethodDescription HAS_OWNER = new MethodDescription(
            "NameHasOwner", List.of(TEXT), List.of(ArgumentDescription.of("value", "b")), List.of());
    private static final MethodDescription LIST_ACTIVATABLE = new MethodDescription(
            "ListActivatableNames", List.of(), List.of(ArgumentDescription.of("value", "as")), List.of());
    private static final ArgumentDescription NUMBER = ArgumentDescription.of("value", "u");
    private static final MethodDescription START =
            new MethodDescription("StartServiceByName", List.of(TEXT, NUMBER), List.of(NUMBER), List.of());
    private static final InterfaceDescription INTERFACE = new InterfaceDescription(
            NAME, List.of(GET_OWNER, HAS_OWNER, LIST_ACTIVATABLE, START), List.of(), List.of(), "<interface/>");

    private final BusInvoker driver;

    BusDriver(Bus bus, Duration timeout) {
        this.driver = bus.invoker(NAME, timeout);
    }

    /** Finds who owns a name; what can be started for it is started. Fails if nobody does. */
    CompletionStage<UniqueName> owner(String name) {
        return call(GET_OWNER, List.of(name))
                .exceptionallyCompose(
                        _ -> call(START, List.of(name, 0L)).thenCompose(_ -> call(GET_OWNER, List.of(name))))
                .thenApply(body -> new UniqueName((String) body.getFirst()));
    }

    /** Tells whether somebody answers to a name, or is started for it. */
    CompletionStage<Boolean> isThere(String name) {
        return call(HAS_OWNER, List.of(name))
                .thenCompose(body -> (Boolean) body.getFirst()
                        ? CompletableFuture.completedStage(true)
                        : call(LIST_ACTIVATABLE, List.of())
                                .thenApply(names -> ((List<?>) names.getFirst()).contains(name)));
    }

    private CompletionStage<List<Object>> call(MethodDescription method, List<Object> body) {
        return driver.invoke(PATH, INTERFACE, method, body);
    }
}
