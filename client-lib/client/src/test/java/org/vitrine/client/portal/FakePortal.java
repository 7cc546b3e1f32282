package org.vitrine.client.portal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.vitrine.api.dbus.BusName;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.UniqueName;
import org.vitrine.api.dbus.Variant;
import org.vitrine.api.dbus.generated.Consumer1;
import org.vitrine.api.dbus.generated.Producer1;
import org.vitrine.api.dbus.generated.Request;
import org.vitrine.api.dbus.generated.Session;
import org.vitrine.wire.Bus;
import org.vitrine.wire.BusOptions;
import org.vitrine.wire.PropertyReader;
import org.vitrine.wire.ServedInterface;
import org.vitrine.wire.ServedObject;
import org.vitrine.wire.Service;

/** A portal door that allows everything, unless a test tells it otherwise. Its fields are read on its reader thread. */
public final class FakePortal implements Service<UniqueName>, AutoCloseable {
    public static final String NAME = "org.vitrine.test.Portal";
    public static final ObjectPath ROOT = new ObjectPath("/org/freedesktop/portal/vitrine");

    final Bus bus;
    final Map<Long, FakeImage> images = new ConcurrentSkipListMap<>();
    final List<FakeSession> sessions = new CopyOnWriteArrayList<>();
    final List<UniqueName> watchers = new CopyOnWriteArrayList<>();

    /** What the user says to a request: 0 yes, 1 no; empty for silence. */
    public volatile Optional<Long> answer = Optional.of(0L);

    /** What the portal does to the buffers that it hands out. */
    public volatile Delivery delivery = Delivery.honest();

    /** A session on an image. */
    record FakeSession(UniqueName owner, ObjectPath path, FakeImage image) {}

    private FakePortal(Bus bus) {
        this.bus = bus;
    }

    public static FakePortal open(String address) {
        FakePortal portal = new FakePortal(Bus.connect(address, BusOptions.named("fake-portal")));
        portal.bus.serve(portal);
        portal.bus.requestName(new BusName(NAME));
        return portal;
    }

    /** Tells producers that the user pauses sharing, or lets it go on. */
    public void pauseSharing(boolean paused) {
        images.values().stream()
                .map(image -> image.producer)
                .distinct()
                .forEach(producer -> bus.emit(
                        producer,
                        ROOT,
                        Producer1.DESCRIPTION,
                        paused ? Producer1.PAUSED : Producer1.RESUMED,
                        List.of()));
    }

    public int sessionCount() {
        return sessions.size();
    }

    public int imageCount() {
        return images.size();
    }

    public int watcherCount() {
        return watchers.size();
    }

    /** Ends all sessions as a broker does. */
    public void closeSessions(String reason) {
        Map<String, Variant<Object>> details = Map.of("reason", Variant.of("s", reason));
        List<FakeSession> ended = List.copyOf(sessions);
        sessions.clear();
        for (FakeSession session : ended) {
            List<Object> body = new Session.ClosedSignal<>(details).toBody();
            bus.emit(session.owner(), session.path(), Session.DESCRIPTION, Session.CLOSED, body);
        }
    }

    @Override
    public CompletionStage<UniqueName> identify(UniqueName sender) {
        return CompletableFuture.completedFuture(sender);
    }

    @Override
    public void gone(UniqueName sender, UniqueName caller) {
        sessions.removeIf(session -> session.owner().equals(sender));
        watchers.remove(sender);
    }

    @Override
    public Optional<ServedObject<UniqueName>> object(UniqueName caller, ObjectPath path) {
        if (path.equals(ROOT)) {
            return Optional.of(() -> List.of(producer(), consumer()));
        }
        if (path.value().startsWith(ROOT.value() + "/request/")) {
            return Optional.of(() -> List.of(request()));
        }
        return sessions.stream()
                .filter(session -> session.path().equals(path))
                .findFirst()
                .map(session -> () -> List.of(session(session)));
    }

    @Override
    public List<String> children(UniqueName caller, ObjectPath path) {
        return List.of();
    }

    private ServedInterface<UniqueName> producer() {
        FakeProducerMethods methods = new FakeProducerMethods(this);
        return new ServedInterface<>(
                Producer1.DESCRIPTION,
                (caller, method, call) -> Producer1.Handler.invoke(methods, caller, method.name(), call.body()),
                PropertyReader.none());
    }

    private ServedInterface<UniqueName> consumer() {
        FakeConsumerMethods methods = new FakeConsumerMethods(this);
        return new ServedInterface<>(
                Consumer1.DESCRIPTION,
                (caller, method, call) -> Consumer1.Handler.invoke(methods, caller, method.name(), call.body()),
                PropertyReader.none());
    }

    private ServedInterface<UniqueName> session(FakeSession session) {
        return new ServedInterface<>(
                Session.DESCRIPTION,
                (caller, method, call) -> {
                    sessions.remove(session);
                    return CompletableFuture.completedFuture(List.of());
                },
                PropertyReader.none());
    }

    private ServedInterface<UniqueName> request() {
        return new ServedInterface<>(
                Request.DESCRIPTION,
                (caller, method, call) -> CompletableFuture.completedFuture(List.of()),
                PropertyReader.none());
    }

    @Override
    public void close() {
        bus.close();
        images.values().forEach(FakeImage::close);
        images.clear();
    }
}
