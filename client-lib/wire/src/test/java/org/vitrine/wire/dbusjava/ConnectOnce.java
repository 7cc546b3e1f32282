package org.vitrine.wire.dbusjava;

import java.util.function.UnaryOperator;
import org.vitrine.wire.Bus;
import org.vitrine.wire.BusOptions;

/** Connects to an address, from whatever class loader it was loaded by, and tells how that went. */
public final class ConnectOnce implements UnaryOperator<String> {
    @Override
    public String apply(String address) {
        try (Bus bus = Bus.connect(address, BusOptions.named("once"))) {
            return bus.uniqueName().value().isEmpty() ? "no name" : "connected";
        } catch (RuntimeException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
