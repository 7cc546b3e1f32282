package org.vitrine.client;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.vitrine.api.dbus.ArgumentDescription;
import org.vitrine.api.dbus.InterfaceDescription;
import org.vitrine.api.dbus.MethodDescription;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.UniqueName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.wire.Bus;
import org.vitrine.wire.BusInvoker;
import org.vitrine.wire.BusOptions;
import org.vitrine.wire.SignalMatch;
import org.vitrine.wire.Subscription;
import org.vitrine.wire.message.MessageLimits;

/** Reaches the broker's portal door over a connection of our own. Safe for use by many threads. */
final class Door implements AutoCloseable {
    private static final String DRIVER = "org.freedesktop.DBus";
    private static final MethodDescription GET_NAME_OWNER = new MethodDescription(
            "GetNameOwner",
            List.of(ArgumentDescription.of("name", "s")),
            List.of(ArgumentDescription.of("owner", "s")),
            List.of());
    private static final InterfaceDescription DRIVER_INTERFACE =
            new InterfaceDescription(DRIVER, List.of(GET_NAME_OWNER), List.of(), List.of(), "");

    private final Bus bus;
    private final ConnectOptions options;
    private final Set<Runnable> mourners = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean followed = new AtomicBoolean();
    private volatile boolean open = true;

    private Door(Bus bus, ConnectOptions options) {
        this.bus = bus;
        this.options = options;
    }

    static Door open(ConnectOptions options) {
        BusOptions busOptions = BusOptions.named("client").withMessages(MessageLimits.PROTOCOL);
        Door door = new Door(Bus.connect(options.busAddress(), busOptions), options);
        door.bus.lost().thenRun(door::mourn);
        return door;
    }

    BusInvoker invoker() {
        return bus.invoker(options.portalName(), options.timeout());
    }

    /** Calls that may wait until the user, or another program, has answered. */
    BusInvoker patientInvoker() {
        return bus.invoker(options.portalName(), options.patience()).interactive();
    }

    ConnectOptions options() {
        return options;
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

    /** Hears, once or more often, that the bus is gone; or the broker, if it is followed. */
    Subscription onLost(Runnable then) {
        mourners.add(then);
        if (!isOpen()) {
            then.run();
        }
        return () -> mourners.remove(then);
    }

    /** Notices from now on when the broker that has just answered leaves the bus: what it kept is gone then. */
    void followBroker() {
        if (followed.getAndSet(true)) {
            return;
        }
        try {
            List<Object> owner = Replies.await(bus.invoker(DRIVER, options.timeout())
                    .invoke(
                            new ObjectPath("/org/freedesktop/DBus"),
                            DRIVER_INTERFACE,
                            GET_NAME_OWNER,
                            List.of(options.portalName())));
            bus.onPeerGone(new UniqueName((String) owner.getFirst()), this::brokerGone);
        } catch (VitrineException noOwner) {
            brokerGone();
        }
    }

    private void brokerGone() {
        followed.set(false);
        mourn();
    }

    private void mourn() {
        List.copyOf(mourners).forEach(Runnable::run);
    }

    @Override
    public void close() {
        open = false;
        bus.close();
    }
}
