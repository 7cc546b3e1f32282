package org.vitrine.wire.dbusjava;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import org.freedesktop.dbus.connections.BusAddress;
import org.freedesktop.dbus.connections.SASL;
import org.freedesktop.dbus.connections.config.TransportConfig;
import org.freedesktop.dbus.connections.transports.AbstractTransport;

/** Connect by junixsocket and let dbus-java authenticate over it; afterwards the {@link Link} has the socket. */
final class GuardedTransport extends AbstractTransport {
    private final Link link;

    GuardedTransport(BusAddress address, TransportConfig config, Link link) {
        super(address, config);
        this.link = link;
        getSaslConfig().setAuthMode(SASL.AUTH_EXTERNAL);
    }

    @Override
    protected boolean hasFileDescriptorSupport() {
        return true;
    }

    @Override
    protected SocketChannel connectImpl() throws IOException {
        return link.connect();
    }

    @Override
    protected SocketChannel acceptImpl() {
        throw new UnsupportedOperationException("Vitrine never listens");
    }

    @Override
    protected void bindImpl() {
        throw new UnsupportedOperationException("Vitrine never listens");
    }

    @Override
    protected boolean isBound() {
        return false;
    }

    @Override
    protected void closeTransport() throws IOException {
        link.closeChannel();
    }
}
