package org.vitrine.wire.outgoing;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.wire.Signal;
import org.vitrine.wire.SignalMatch;
import org.vitrine.wire.Subscription;
import org.vitrine.wire.message.Header;
import org.vitrine.wire.message.MalformedMessageException;
import org.vitrine.wire.message.MessageLimits;
import org.vitrine.wire.transport.Arrival;
import org.vitrine.wire.transport.Drops;

/** Pass signals to those who asked for them, after checking who sent them. Subscribing is safe from any thread. */
public final class Signals {
    private static final Logger LOG = LoggerFactory.getLogger(Signals.class);

    private final Driver driver;
    private final Owners owners;
    private final NameWatch names;
    private final MessageLimits limits;
    private final Drops drops;
    private final List<Subscriber> subscribers = new CopyOnWriteArrayList<>();

    private record Subscriber(SignalMatch match, Consumer<Signal> handler) {}

    public Signals(Driver driver, Owners owners, NameWatch names, MessageLimits limits, Drops drops) {
        this.driver = driver;
        this.owners = owners;
        this.names = names;
        this.limits = limits;
        this.drops = drops;
    }

    /** Hear signals on the reader thread, from the moment the bus has the match rule. Never blocks. */
    public Subscription subscribe(SignalMatch match, Consumer<Signal> handler) {
        Subscriber subscriber = new Subscriber(match, handler);
        subscribers.add(subscriber);
        owners.follow(match.sender());
        String rule = MatchRule.of(match);
        driver.addMatch(rule).whenComplete((done, failure) -> {
            if (failure != null) {
                LOG.warn("The bus refused the match rule {}", rule, failure);
            }
        });
        return () -> {
            if (subscribers.remove(subscriber)) {
                driver.removeMatch(rule);
            }
        };
    }

    /** Pass a signal on. Runs on the reader thread. */
    public void accept(Arrival arrival) {
        Header header = arrival.header();
        boolean fromDriver = Driver.NAME.equals(header.sender());
        if (Driver.INTERFACE.equals(header.interfaceName()) && !fromDriver) {
            drops.drop(Drops.Reason.FORGED_DRIVER_SIGNAL, arrival.fds());
            return;
        }
        try {
            List<Subscriber> hearers = hearersOf(header);
            boolean ownerChanged = fromDriver && "NameOwnerChanged".equals(header.member());
            if (ownerChanged || !hearers.isEmpty()) {
                deliver(arrival, hearers, ownerChanged);
            }
            arrival.fds().closeUntaken();
        } catch (MalformedMessageException e) {
            drops.drop(Drops.Reason.BROKEN_SIGNAL, arrival.fds());
        }
    }

    private List<Subscriber> hearersOf(Header header) {
        String sender = String.valueOf(header.sender());
        ObjectPath path = header.path();
        String interfaceName = header.interfaceName();
        String member = header.member();
        if (subscribers.isEmpty() || path == null || interfaceName == null || member == null) {
            return List.of();
        }
        return subscribers.stream()
                .filter(s -> s.match().fits(path, interfaceName, member))
                .filter(s -> owners.isOwner(s.match().sender(), sender))
                .toList();
    }

    private void deliver(Arrival arrival, List<Subscriber> hearers, boolean ownerChanged)
            throws MalformedMessageException {
        Header header = arrival.header();
        if (!arrival.fdsComplete()) {
            drops.drop(Drops.Reason.BROKEN_SIGNAL, arrival.fds());
            return;
        }
        List<Object> body = arrival.decodeBody(limits);
        if (ownerChanged && "sss".equals(header.signature().value())) {
            names.changed((String) body.get(0), (String) body.get(2));
        }
        Signal signal = new Signal(
                String.valueOf(header.sender()),
                Objects.requireNonNull(header.path()),
                String.valueOf(header.interfaceName()),
                String.valueOf(header.member()),
                body);
        hearers.forEach(hearer -> tell(hearer, signal));
    }

    private static void tell(Subscriber hearer, Signal signal) {
        try {
            hearer.handler().accept(signal);
        } catch (RuntimeException e) {
            LOG.error("A handler of signal {}.{} failed", signal.interfaceName(), signal.member(), e);
        }
    }
}
