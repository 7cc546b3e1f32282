package org.vitrine.broker.door;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.vitrine.api.dbus.InterfaceDescription;
import org.vitrine.broker.identity.Caller;
import org.vitrine.broker.registry.StateLock;
import org.vitrine.wire.PropertyReader;
import org.vitrine.wire.ServedInterface;

/** Serves interfaces with the lock held. */
public final class Locked {
    private final StateLock lock;
    private final Runnable afterCall;

    /**
     * Makes it.
     *
     * @param afterCall run after each call, with the lock still held
     */
    public Locked(StateLock lock, Runnable afterCall) {
        this.lock = lock;
        this.afterCall = afterCall;
    }

    /** Invokes a generated handler's member by name. */
    @FunctionalInterface
    public interface Members {
        /** Invokes it with the arguments of a call. */
        CompletionStage<List<Object>> invoke(Call call, String member, List<Object> body);
    }

    /** Serves an interface. */
    public ServedInterface<Caller> serve(
            InterfaceDescription description, Members members, PropertyReader<Caller> properties) {
        return new ServedInterface<>(
                description,
                (caller, method, incoming) ->
                        lock.with(() -> invoke(members, new Call(caller, incoming), method.name())),
                (caller, name) -> lock.with(() -> properties.read(caller, name)));
    }

    private CompletionStage<List<Object>> invoke(Members members, Call call, String member) {
        try {
            return members.invoke(call, member, call.incoming().body());
        } finally {
            afterCall.run();
        }
    }
}
