package org.vitrine.client;

import java.util.List;
import java.util.function.Consumer;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.UniqueName;
import org.vitrine.wire.Bus;
import org.vitrine.wire.BusInvoker;
import org.vitrine.wire.BusOptions;
import org.vitrine.wire.SignalMatch;
import org.vitrine.wire.Subscription;
import org.vitrine.wire.message.MessageLimits;

/** Reaches the broker's portal door over a connection of our own. */
final class Door implements AutoCloseable {
    private final Bus bus;
    private final ConnectOptions options;
    private volatile boolean open = true;

    private Door(Bus bus, ConnectOptions options) {
        this.bus = bus;
        this.options = options;
    }

    static Door open(ConnectOptions options) {
        BusOptions busOptions = BusOptions.named("vitrine-client").withMessages(MessageLimits.PROTOCOL);
        return new Door(Bus.connect(options.busAddress(), busOptions), options);
    }

    BusInvoker invoker() {
        return bus.invoker(options.portalName(), options.timeout());
    }

    UniqueName ownName() {
        return bus.uniqueName();
    }

    boolean isOpen() {
        return open && !bus.lost().toCompletableFuture().isDone();
    }

    /** Hears a signal of the broker, on the bus's reader thread. */
    Subscription on(ObjectPath path, String interfaceName, String member, Consumer<List<Object>> handler) {
        SignalMatch match = SignalMatch.from(options.portalName())
                .at(path)
                .of(interfaceName)
                .named(member);
        return bus.onSignal(match, signal -> handler.accept(signal.body()));
    }

    void onLost(Runnable then) {
        bus.lost().thenRun(then);
    }

    @Override
    public void close() {
        open = false;
        bus.close();
    }
}
