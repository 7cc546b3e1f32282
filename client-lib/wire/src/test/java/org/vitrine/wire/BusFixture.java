package org.vitrine.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.vitrine.api.error.ErrorName;
import org.vitrine.wire.testing.PrivateBus;
import org.vitrine.wire.testing.RawMessage;
import org.vitrine.wire.testing.RawPeer;

/** A private bus for a test class, and for each test the connections it asks for, closed afterwards, last first. */
final class BusFixture implements BeforeAllCallback, AfterAllCallback, AfterEachCallback {
    private final List<AutoCloseable> open = new ArrayList<>();
    private @Nullable PrivateBus bus;

    @Override
    public void beforeAll(ExtensionContext context) {
        bus = PrivateBus.start();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        bus().close();
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        for (AutoCloseable connection : open.reversed()) {
            connection.close();
        }
        open.clear();
    }

    String address() {
        return bus().address();
    }

    Bus connect() {
        return connect(BusOptions.named("test"));
    }

    Bus connect(BusOptions options) {
        return keep(Bus.connect(address(), options));
    }

    /** Serve something; calls go to the unique name. */
    Bus serve(Service<?> service) {
        return serve(service, BusOptions.named("test"));
    }

    Bus serve(Service<?> service, BusOptions options) {
        Bus server = connect(options);
        server.serve(service);
        return server;
    }

    /** Call from a peer that never called before, and take the answer. */
    RawMessage call(Bus server, String path, @Nullable String iface, String member, String signature, Object... body) {
        RawPeer peer = peer();
        return peer.reply(peer.call(server.uniqueName().value(), path, iface, member, signature, body));
    }

    static void assertError(RawMessage message, ErrorName name) {
        assertThat(message.header().errorName()).isEqualTo(name.dbusName());
    }

    RawPeer peer() {
        return keep(RawPeer.connect(address()));
    }

    RawPeer peerWithoutFds() {
        return keep(RawPeer.connectWithoutFds(address()));
    }

    private PrivateBus bus() {
        return Objects.requireNonNull(bus);
    }

    private <T extends AutoCloseable> T keep(T connection) {
        open.add(connection);
        return connection;
    }
}
