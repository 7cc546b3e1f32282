package org.vitrine.broker.door;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.vitrine.api.dbus.InterfaceDescription;
import org.vitrine.broker.identity.Caller;
import org.vitrine.broker.registry.StateLock;
import org.vitrine.wire.PropertyReader;
import org.vitrine.wire.ServedInterface;

/** Serves interfaces with the lock held. */
final class Locked {
    private final StateLock lock;

    Locked(StateLock lock) {
        this.lock = lock;
    }

    /** Invokes a generated handler's member by name. */
    @FunctionalInterface
    interface Members {
        CompletionStage<List<Object>> invoke(Call call, String member, List<Object> body);
    }

    ServedInterface<Caller> serve(
            InterfaceDescription description, Members members, PropertyReader<Caller> properties) {
        return new ServedInterface<>(
                description,
                (caller, method, incoming) -> lock.with(
                        () -> members.invoke(new Call(caller, incoming), method.name(), incoming.body())),
                (caller, name) -> lock.with(() -> properties.read(caller, name)));
    }
}
