package org.vitrine.wire;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.vitrine.api.dbus.BusName;
import org.vitrine.api.dbus.InterfaceDescription;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.SignalDescription;
import org.vitrine.api.dbus.UniqueName;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.fd.Fd;
import org.vitrine.wire.dbusjava.DbusJavaConnection;
import org.vitrine.wire.dbusjava.FrameHandler;
import org.vitrine.wire.dbusjava.Link;
import org.vitrine.wire.dbusjava.LinkOptions;
import org.vitrine.wire.dispatch.Answers;
import org.vitrine.wire.dispatch.CallDispatcher;
import org.vitrine.wire.dispatch.DispatchLimits;
import org.vitrine.wire.dispatch.FdReplies;
import org.vitrine.wire.message.Header;
import org.vitrine.wire.message.MessageEncoder;
import org.vitrine.wire.message.MessageLimits;
import org.vitrine.wire.outgoing.Calls;
import org.vitrine.wire.outgoing.CredentialsQuery;
import org.vitrine.wire.outgoing.Driver;
import org.vitrine.wire.outgoing.NameWatch;
import org.vitrine.wire.outgoing.OutgoingCalls;
import org.vitrine.wire.outgoing.Owners;
import org.vitrine.wire.outgoing.Signals;
import org.vitrine.wire.transport.Drops;
import org.vitrine.wire.transport.Frame;
import org.vitrine.wire.transport.SerialNumbers;

/**
 * Connect to a message bus, serve objects there and call others'.
 *
 * <p>All methods are safe from any thread. {@link #connect}, {@link #requestName} and {@link #close} block and must not
 * be called on the reader thread; nothing else blocks. Handlers run on the reader thread, one at a time.
 */
public final class Bus implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Bus.class);
    private static final Duration TICK = Duration.ofMillis(500);
    private static final Duration FLUSH = Duration.ofSeconds(1);

    private final BusOptions options;
    private final Drops drops = new Drops();
    private final SerialNumbers serials = new SerialNumbers();
    private final CompletableFuture<Void> lost = new CompletableFuture<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final ScheduledThreadPoolExecutor timer;
    private final Link link;
    private final OutgoingCalls calls;
    private final Driver driver;
    private final NameWatch names;
    private final Owners owners;
    private final Signals signals;
    private final Answers answers;
    private final MessageRouter router;
    private final ReaderTasks tasks;
    private final Watchdog watchdog;
    private @Nullable DbusJavaConnection connection;
    private volatile @Nullable UniqueName uniqueName;
    private volatile boolean closing;

    private Bus(String address, BusOptions options) {
        this.options = options;
        this.timer = timer(options.name());
        BusTimeouts timeouts = options.timeouts();
        this.link = new Link(
                new LinkOptions(address, options.messages(), options.queues().outgoingBytes(), timeouts.stuckWriter()),
                new Incoming());
        this.calls = new OutgoingCalls(link, serials, options.messages(), timer, drops);
        this.driver = new Driver(calls, timeouts.driver());
        this.names = new NameWatch(driver);
        this.owners = new Owners(driver, names);
        this.signals = new Signals(driver, owners, names, options.messages(), drops);
        FdReplies fdReplies = new FdReplies();
        this.answers = new Answers(
                link, serials, fdReplies, options.queues().outgoingBytes() / 2, () -> lose("out of memory"));
        this.router = new MessageRouter(answers, fdReplies, calls, signals, drops);
        this.tasks = new ReaderTasks(driver::ping);
        this.watchdog = new Watchdog(timeouts, driver::ping, () -> lose("the bus is frozen"), System::nanoTime);
    }

    /**
     * Connect; blocks until the bus has given us a name.
     *
     * @param address of a bus with a Unix socket, such as {@code unix:path=/run/user/1000/bus}
     * @throws VitrineException DISCONNECTED if there is no bus
     */
    public static Bus connect(String address, BusOptions options) {
        Bus bus = new Bus(address, options);
        try {
            bus.open();
            return bus;
        } catch (RuntimeException e) {
            bus.timer.shutdownNow();
            throw e;
        }
    }

    /** Tell the name the bus gave this connection. */
    public UniqueName uniqueName() {
        UniqueName name = uniqueName;
        if (name == null) {
            throw new IllegalStateException("Not connected");
        }
        return name;
    }

    /**
     * Own a well-known name, without waiting for it and without taking it from anybody. Blocks.
     *
     * @throws VitrineException EXISTS if somebody owns it, ACCESS_DENIED if the bus refuses
     */
    public void requestName(BusName name) {
        connected().requestName(name);
    }

    /**
     * Serve objects. Once per connection, and before {@link #requestName}, so that nobody who knows the name finds
     * nothing.
     *
     * @throws IllegalStateException if something is served already
     */
    public <C> void serve(Service<C> service) {
        DispatchLimits limits = new DispatchLimits(options.queues(), options.messages());
        router.serve(new CallDispatcher<>(service, answers, names, tasks, limits));
    }

    /** Call a peer by its unique or well-known name; a service that is not running is started by the bus. */
    public BusInvoker invoker(String destination, Duration timeout) {
        return new BusInvoker(new Calls(new Calls.Route(calls, owners), destination, timeout, false));
    }

    /**
     * Send a signal to one peer. Each {@code h} in the body is an {@link Fd} that stays the caller's.
     *
     * @throws IllegalArgumentException if the body does not fit the signal
     */
    public void emit(
            UniqueName to, ObjectPath path, InterfaceDescription iface, SignalDescription signal, List<Object> body) {
        Header header = Header.signal(path, iface.name(), signal.name())
                .destination(to.value())
                .signature(signal.signature())
                .serial(serials.next())
                .build();
        link.send(MessageEncoder.encode(header, body, Fd.class, MessageLimits.PROTOCOL));
    }

    /** Hear signals, on the reader thread. */
    public Subscription onSignal(SignalMatch match, Consumer<Signal> handler) {
        return signals.subscribe(match, handler);
    }

    /** Hear, on the reader thread, that a peer has left the bus; also if it is gone already. Closing stops it. */
    public Subscription onPeerGone(UniqueName peer, Runnable then) {
        return names.onPeerGone(peer, then);
    }

    /** Ask the bus driver who a peer is. The answer is the driver's for certain. */
    public CompletionStage<Credentials> credentials(UniqueName peer) {
        return new CredentialsQuery(driver).of(peer);
    }

    /** Tell when the connection is gone: closed by either side, frozen, stuck, or its reader dead. Never fails. */
    public CompletionStage<Void> lost() {
        return lost.minimalCompletionStage();
    }

    /** Count the messages that were dropped for a reason since the start. */
    public long dropped(Drops.Reason reason) {
        return drops.count(reason);
    }

    /**
     * Answer what still waits, send it, and leave the bus. Blocks for at most a few seconds; closing twice does
     * nothing.
     */
    @Override
    public void close() {
        closing = true;
        failWaiting(ErrorName.NO_REPLY, "The service is stopping");
        link.flush(FLUSH);
        DbusJavaConnection open = connection;
        if (open != null) {
            open.close();
        }
        lose("it was closed");
    }

    private void open() {
        Rehearsal.run();
        Future<?> abort =
                timer.schedule(link::abort, options.timeouts().driver().toMillis(), TimeUnit.MILLISECONDS);
        DbusJavaConnection opened = DbusJavaConnection.open(link);
        abort.cancel(false);
        connection = opened;
        uniqueName = opened.uniqueName();
        long tickMs = TICK.toMillis();
        var _ = timer.scheduleWithFixedDelay(this::tick, tickMs, tickMs, TimeUnit.MILLISECONDS);
    }

    private DbusJavaConnection connected() {
        DbusJavaConnection open = connection;
        if (open == null) {
            throw new IllegalStateException("Not connected");
        }
        return open;
    }

    private void tick() {
        try {
            CallDispatcher<?> dispatcher = router.dispatcher();
            if (dispatcher != null) {
                dispatcher.sweep(options.timeouts().untakenFds().minus(TICK));
            }
            watchdog.tick();
        } catch (RuntimeException e) {
            LOG.error("The timer of bus {} failed", options.name(), e);
        }
    }

    private void lose(String reason) {
        if (over.getAndSet(true)) {
            return;
        }
        LOG.atLevel(closing ? Level.DEBUG : Level.WARN).log("Bus {} is gone: {}", options.name(), reason);
        calls.end(new VitrineException(ErrorName.DISCONNECTED, "The connection to the bus is gone"));
        link.shutdown();
        timer.shutdown();
        failWaiting(ErrorName.DISCONNECTED, "The connection to the bus is gone");
        lost.complete(null);
    }

    /** End the calls that wait, and with them their descriptors: nobody sweeps any more once the bus is gone. */
    private void failWaiting(ErrorName name, String text) {
        CallDispatcher<?> dispatcher = router.dispatcher();
        if (dispatcher != null) {
            dispatcher.failAll(name, text);
        }
    }

    private static ScheduledThreadPoolExecutor timer(String name) {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
                1,
                Thread.ofPlatform().daemon().name("vitrine-" + name + "-timer").factory());
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    /** What the link tells us, on the reader thread. */
    private final class Incoming implements FrameHandler {
        @Override
        public boolean accept(Frame frame) {
            watchdog.heard();
            boolean forDbusJava = acceptWhatever(frame);
            tasks.runWaiting();
            return forDbusJava;
        }

        /** The outermost border: a bug of ours costs one message; what can never work again costs the connection. */
        private boolean acceptWhatever(Frame frame) {
            try {
                return router.accept(frame);
            } catch (OutOfMemoryError | LinkageError e) {
                throw e;
            } catch (Throwable e) {
                LOG.error("A message could not be handled", e);
                frame.fds().closeUntaken();
                return false;
            }
        }

        @Override
        public void lost(String reason) {
            lose(reason);
        }
    }
}
