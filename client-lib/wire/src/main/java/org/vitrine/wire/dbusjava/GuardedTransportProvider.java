package org.vitrine.wire.dbusjava;

import org.freedesktop.dbus.connections.BusAddress;
import org.freedesktop.dbus.connections.config.TransportConfig;
import org.freedesktop.dbus.connections.transports.AbstractTransport;
import org.freedesktop.dbus.spi.transport.ITransportProvider;

/**
 * Offer Vitrine's transport to dbus-java, under a bus type of its own: dbus-java refuses to start when two providers
 * claim {@code UNIX}, and an application may have another.
 */
public final class GuardedTransportProvider implements ITransportProvider {
    /** The bus type, and the scheme of addresses that mean it. */
    static final String BUS_TYPE = "VITRINE";

    @Override
    public String getTransportName() {
        return "vitrine-wire";
    }

    @Override
    public AbstractTransport createTransport(BusAddress address, TransportConfig config) {
        return new GuardedTransport(address, config, Link.current());
    }

    @Override
    public String getSupportedBusType() {
        return BUS_TYPE;
    }

    @Override
    public String createDynamicSessionAddress(boolean listening) {
        throw new UnsupportedOperationException("Vitrine's transport connects to a bus, it is none");
    }
}
