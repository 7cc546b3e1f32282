package org.vitrine.broker.boot;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.vitrine.api.dbus.InterfaceDescription;
import org.vitrine.api.dbus.MethodDescription;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.broker.door.Barrier;
import org.vitrine.wire.Bus;

/**
 * Passes once a connection has handled a call to itself. It handles calls one after the other, so whatever it answered
 * before is written by then.
 */
final class SelfPing implements Barrier {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final MethodDescription PING = new MethodDescription("Ping", List.of(), List.of(), List.of());
    private static final InterfaceDescription PEER =
            new InterfaceDescription("org.freedesktop.DBus.Peer", List.of(PING), List.of(), List.of(), "<interface/>");

    private final Bus bus;

    SelfPing(Bus bus) {
        this.bus = bus;
    }

    @Override
    public CompletionStage<?> passed() {
        return bus.invoker(bus.uniqueName().value(), TIMEOUT).invoke(ObjectPath.ROOT, PEER, PING, List.of());
    }
}
