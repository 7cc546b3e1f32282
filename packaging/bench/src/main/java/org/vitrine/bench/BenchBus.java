package org.vitrine.bench;

import java.util.List;
import java.util.Map;

/** A dbus-daemon with the stock session configuration, which nobody else uses. */
record BenchBus(Child daemon, String address) implements AutoCloseable {
    private static final List<String> COMMAND =
            List.of("dbus-daemon", "--session", "--nofork", "--nosyslog", "--print-address");

    static BenchBus start() {
        return from(COMMAND);
    }

    static BenchBus startOn(Cpu cpu) {
        return from(cpu.pinned(COMMAND));
    }

    private static BenchBus from(List<String> command) {
        Child daemon = Child.start(Map.of(), command);
        return new BenchBus(daemon, daemon.readLine());
    }

    Map<String, String> environment() {
        return Map.of("DBUS_SESSION_BUS_ADDRESS", address);
    }

    @Override
    public void close() {
        daemon.close();
    }
}
