package org.vitrine.broker.grants.table;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.api.dbus.BodyShape;
import org.vitrine.api.dbus.MethodDescription;
import org.vitrine.api.dbus.TypeSignature;
import org.vitrine.api.dbus.Variant;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.wire.Bus;
import org.vitrine.wire.BusInvoker;
import org.vitrine.wire.Signal;
import org.vitrine.wire.SignalMatch;
import org.vitrine.wire.Subscription;

/**
 * Keeps permissions in the desktop's permission store, where people see them and take them back. It is started when
 * first called. Changes are believed of its owner alone; when that leaves the bus, changes may have been missed.
 */
public final class DesktopPermissionTable implements PermissionTable {
    private static final Logger LOG = LoggerFactory.getLogger(DesktopPermissionTable.class);
    private static final TypeSignature LISTS = TypeSignature.of("a{sas}");
    private static final TypeSignature CHANGE = TypeSignature.of("ssbva{sas}");

    private final Bus bus;
    private final String table;
    private final BusInvoker store;
    private final BusDriver driver;
    private final AtomicReference<@Nullable Following> following = new AtomicReference<>();
    private volatile Optional<Listener> listener = Optional.empty();
    private volatile Optional<Subscription> signals = Optional.empty();

    /** Watches whether an owner of the store's name stays; {@code begun} completes once that is so. */
    private record Following(CompletableFuture<Subscription> begun) {}

    /**
     * Does nothing yet.
     *
     * @param bus stays the caller's; a list of objects is one message of it
     * @param table which of the store's tables
     * @param timeout for an answer
     */
    public DesktopPermissionTable(Bus bus, String table, Duration timeout) {
        this.bus = bus;
        this.table = table;
        this.store = bus.invoker(DesktopStore.NAME, timeout);
        this.driver = new BusDriver(bus, timeout);
    }

    @Override
    public void listen(Listener newListener) {
        listener = Optional.of(newListener);
        signals = Optional.of(bus.onSignal(
                SignalMatch.from(DesktopStore.NAME)
                        .at(DesktopStore.PATH)
                        .of(DesktopStore.NAME)
                        .named(DesktopStore.CHANGED),
                this::changed));
    }

    @Override
    public CompletionStage<PermissionRow> lookup(String object) {
        return call(DesktopStore.LOOKUP, table, object)
                .thenApply(body -> new PermissionRow(lists(body.get(0)), data(body.get(1))))
                .exceptionallyCompose(failure -> unlessNotFound(failure, PermissionRow.NONE));
    }

    @Override
    public CompletionStage<?> setPermission(String object, String app, List<String> texts) {
        return call(DesktopStore.SET_PERMISSION, table, true, object, app, texts);
    }

    @Override
    public CompletionStage<?> deletePermission(String object, String app) {
        return call(DesktopStore.DELETE_PERMISSION, table, object, app)
                .exceptionallyCompose(failure -> unlessNotFound(failure, List.of()));
    }

    @Override
    public CompletionStage<?> setData(String object, Map<String, List<String>> data) {
        return call(DesktopStore.SET_VALUE, table, false, object, new Variant<>(LISTS, data))
                .exceptionallyCompose(failure -> unlessNotFound(failure, List.of()));
    }

    @Override
    public CompletionStage<?> delete(String object) {
        return call(DesktopStore.DELETE, table, object)
                .exceptionallyCompose(failure -> unlessNotFound(failure, List.of()));
    }

    @Override
    @SuppressWarnings("unchecked") // the transport checks a reply's signature
    public CompletionStage<List<String>> objects() {
        return call(DesktopStore.LIST, table).thenApply(body -> (List<String>) body.getFirst());
    }

    private CompletionStage<List<Object>> call(MethodDescription method, Object... body) {
        return follow().thenCompose(
                        _ -> store.invoke(DesktopStore.PATH, DesktopStore.INTERFACE, method, List.of(body)));
    }

    /** Nothing is read of an owner that is not watched, or its end could pass unseen. */
    private CompletionStage<Subscription> follow() {
        Following mine = new Following(new CompletableFuture<>());
        Following before = following.compareAndExchange(null, mine);
        if (before != null) {
            return before.begun();
        }
        driver.owner(DesktopStore.NAME)
                .thenApply(owner -> bus.onPeerGone(owner, () -> gone(mine)))
                .whenComplete((watch, failure) -> {
                    if (failure == null) {
                        mine.begun().complete(watch);
                    } else {
                        following.compareAndSet(mine, null);
                        mine.begun().completeExceptionally(cause(failure));
                    }
                });
        return mine.begun();
    }

    private void gone(Following owner) {
        if (following.compareAndSet(owner, null)) {
            listener.ifPresent(Listener::missed);
        }
    }

    private void changed(Signal signal) {
        List<Object> body = signal.body();
        if (!BodyShape.fits(CHANGE, body)) {
            LOG.debug("The permission store told of a change in a form that it does not have");
            listener.ifPresent(Listener::missed);
        } else if (table.equals(body.get(0))) {
            boolean deleted = (Boolean) body.get(2);
            PermissionRow row = deleted ? PermissionRow.NONE : new PermissionRow(lists(body.get(4)), data(body.get(3)));
            listener.ifPresent(it -> it.changed((String) body.get(1), row));
        }
    }

    @SuppressWarnings("unchecked") // the signature was checked
    private static Map<String, List<String>> lists(Object value) {
        return (Map<String, List<String>>) value;
    }

    /** What others keep as data is nothing to us. */
    private static Map<String, List<String>> data(Object value) {
        return value instanceof Variant<?> variant && variant.signature().equals(LISTS)
                ? lists(variant.value())
                : Map.of();
    }

    private static <T> CompletionStage<T> unlessNotFound(Throwable failure, T instead) {
        return cause(failure) instanceof VitrineException e && e.name() == ErrorName.NOT_FOUND
                ? CompletableFuture.completedStage(instead)
                : CompletableFuture.failedStage(failure);
    }

    private static Throwable cause(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }

    /** Stops listening. The bus stays open. */
    @Override
    public void close() {
        signals.ifPresent(Subscription::close);
        Following last = following.getAndSet(null);
        if (last != null) {
            var _ = last.begun().thenAccept(Subscription::close);
        }
    }
}
