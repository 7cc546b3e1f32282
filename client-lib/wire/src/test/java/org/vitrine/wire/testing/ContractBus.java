package org.vitrine.wire.testing;

import java.util.Optional;

/**
 * A private bus, and how peers get to it.
 *
 * @param bus what the broker connects to, and the user outside of any sandbox
 * @param proxy what stands before it for peers
 */
public record ContractBus(PrivateBus bus, Optional<FlatpakProxy> proxy) implements AutoCloseable {
    /** The id of the app that all peers behind a proxy are. */
    public static final String APP = "org.example.Peer";

    static ContractBus start(BusKind kind) {
        PrivateBus bus = kind == BusKind.DBUS_BROKER ? PrivateBus.startDbusBroker() : PrivateBus.start();
        return new ContractBus(
                bus, kind.sandboxesPeers() ? Optional.of(FlatpakProxy.before(bus, APP)) : Optional.empty());
    }

    /** Tell the address of the bus itself. */
    public String address() {
        return bus.address();
    }

    /** Tell the address that peers connect to. */
    public String peerAddress() {
        return proxy.map(FlatpakProxy::address).orElseGet(this::address);
    }

    @Override
    public void close() {
        proxy.ifPresent(FlatpakProxy::close);
        bus.close();
    }
}
