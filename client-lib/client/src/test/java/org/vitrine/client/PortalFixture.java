package org.vitrine.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.vitrine.client.portal.FakePortal;
import org.vitrine.wire.testing.PrivateBus;

/** A private bus for a test class, and for each test a portal and the clients it asks for, closed afterwards. */
final class PortalFixture implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {
    private final List<Vitrine> clients = new ArrayList<>();
    private PrivateBus bus;
    private FakePortal portal;

    @Override
    public void beforeAll(ExtensionContext context) {
        bus = PrivateBus.start();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        portal = FakePortal.open(bus.address());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        clients.forEach(Vitrine::close);
        clients.clear();
        portal.close();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        bus.close();
    }

    FakePortal portal() {
        return portal;
    }

    ConnectOptions options() {
        return ConnectOptions.ofBus(bus.address())
                .withPortalName(FakePortal.NAME)
                .withTimeout(Duration.ofSeconds(10));
    }

    Vitrine connect() {
        Vitrine client = Vitrine.connect(options());
        clients.add(client);
        return client;
    }
}
