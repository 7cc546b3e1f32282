package org.vitrine.broker.testing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.vitrine.api.dbus.Invoker;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.Variant;
import org.vitrine.api.dbus.generated.Admin1;
import org.vitrine.api.dbus.generated.Consumer1;
import org.vitrine.api.dbus.generated.ObjectManager;
import org.vitrine.api.dbus.generated.Producer1;
import org.vitrine.api.dbus.generated.Request;
import org.vitrine.api.dbus.generated.Session;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.RawBuffer;
import org.vitrine.broker.boot.Serving;
import org.vitrine.fd.Fd;
import org.vitrine.fd.OwnedFd;
import org.vitrine.wire.Bus;
import org.vitrine.wire.BusInvoker;
import org.vitrine.wire.BusOptions;
import org.vitrine.wire.Signal;
import org.vitrine.wire.SignalMatch;

/** Speaks to a broker over a bus connection of its own, with nothing but the contract. */
public final class Peer implements AutoCloseable {
    /** Where the portal door's methods are. */
    public static final ObjectPath PORTAL = new ObjectPath("/org/freedesktop/portal/vitrine");

    /** The admin door's root object. */
    public static final ObjectPath ADMIN = new ObjectPath("/org/vitrine/Admin");

    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private final Bus bus;
    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();

    private Peer(Bus bus) {
        this.bus = bus;
        bus.onSignal(SignalMatch.from(Serving.PORTAL_NAME.value()), signals::add);
        bus.onSignal(SignalMatch.from(Serving.ADMIN_NAME.value()), signals::add);
    }

    /** Connects a peer. */
    public static Peer connect(String busAddress) {
        return new Peer(Bus.connect(busAddress, BusOptions.named("peer")));
    }

    /** Returns the peer's connection. */
    public Bus bus() {
        return bus;
    }

    /** Returns how calls to the portal door are made; an error that the contract does not list fails the test. */
    public Invoker<Fd, OwnedFd> portal() {
        return new DeclaredErrors(portalBus());
    }

    private BusInvoker portalBus() {
        return bus.invoker(Serving.PORTAL_NAME.value(), TIMEOUT);
    }

    /** Returns how calls to the admin door are made. */
    public Invoker<Fd, OwnedFd> adminDoor() {
        return new DeclaredErrors(bus.invoker(Serving.ADMIN_NAME.value(), TIMEOUT));
    }

    /** Returns the producer's methods. */
    public Producer1.Client<Fd, OwnedFd> producer() {
        return new Producer1.Client<>(portal(), PORTAL);
    }

    /** Returns the consumer's methods. */
    public Consumer1.Client<Fd, OwnedFd> consumer() {
        return new Consumer1.Client<>(portal(), PORTAL);
    }

    /** Returns the consumer's methods, called so that the user may be asked. */
    public Consumer1.Client<Fd, OwnedFd> interactiveConsumer() {
        return new Consumer1.Client<>(new DeclaredErrors(portalBus().interactive()), PORTAL);
    }

    /** Returns a session's methods. */
    public Session.Client<Fd, OwnedFd> session(ObjectPath path) {
        return new Session.Client<>(portal(), path);
    }

    /** Returns a request's methods. */
    public Request.Client<Fd, OwnedFd> request(ObjectPath path) {
        return new Request.Client<>(portal(), path);
    }

    /** Returns the admin's methods. */
    public Admin1.Client<Fd, OwnedFd> admin() {
        return new Admin1.Client<>(adminDoor(), ADMIN);
    }

    /** Returns the admin door's object manager. */
    public ObjectManager.Client<Fd, OwnedFd> manager() {
        return new ObjectManager.Client<>(adminDoor(), ADMIN);
    }

    /** Registers as a producer and returns the session. */
    public ObjectPath register() {
        return get(producer().registerProducer(Map.of())).session();
    }

    /** Advertises an image of one title and returns its path. */
    public ObjectPath advertise(ObjectPath session, String title, List<RawBuffer<Fd>> buffers) {
        return get(producer().advertise(session, Map.of("title", Variant.of("s", title)), buffers))
                .image();
    }

    /** Waits for the next signal of one name, and leaves out the others. */
    public Signal signal(String member) {
        return signal(member, _ -> true);
    }

    /** Waits for the next signal of one name about one object, and leaves out the others. */
    public Signal signal(String member, ObjectPath about) {
        return signal(member, signal -> signal.body().getFirst().equals(about));
    }

    private Signal signal(String member, Predicate<Signal> wanted) {
        long deadlineNanos = System.nanoTime() + TIMEOUT.toNanos();
        try {
            while (true) {
                Signal next = signals.poll(deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (next == null) {
                    throw new AssertionError("no signal " + member);
                }
                if (next.member().equals(member) && wanted.test(next)) {
                    return next;
                }
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns how many signals of one name have come and were not waited for. */
    public long signalsOf(String member) {
        return signals.stream().filter(signal -> signal.member().equals(member)).count();
    }

    /** Returns the value under a key that must be there. */
    public static Object value(Map<?, ?> map, String key) {
        return Objects.requireNonNull((Variant<?>) map.get(key), key).value();
    }

    /** Waits for an answer; an error on the bus is thrown as it came. */
    public static <T> T get(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(TIMEOUT.toSeconds() + 5, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() instanceof CompletionException c ? c.getCause() : e.getCause();
            if (cause instanceof VitrineException known) {
                throw known;
            }
            throw new AssertionError(cause);
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        bus.close();
    }
}
