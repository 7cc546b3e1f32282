package org.vitrine.wire.testing;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A {@link PrivateBus} for a test class. */
public final class PrivateBusExtension implements BeforeAllCallback, AfterAllCallback {
    private @Nullable PrivateBus bus;

    @Override
    public void beforeAll(ExtensionContext context) {
        bus = PrivateBus.start();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        bus().close();
    }

    /** Tell where to connect. */
    public String address() {
        return bus().address();
    }

    private PrivateBus bus() {
        return Objects.requireNonNull(bus);
    }
}
