package org.vitrine.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A dbus-daemon with the stock session configuration, which nobody else uses, and a user of its own. */
record BenchBus(Child daemon, String address, BenchHome home) implements AutoCloseable {
    private static final List<String> COMMAND =
            List.of("dbus-daemon", "--session", "--nofork", "--nosyslog", "--print-address");

    static BenchBus start() {
        return from(COMMAND);
    }

    static BenchBus startOn(Cpu cpu) {
        return from(cpu.pinned(COMMAND));
    }

    private static BenchBus from(List<String> command) {
        BenchHome home = BenchHome.make();
        Child daemon = Child.start(home.environment(), command);
        return new BenchBus(daemon, daemon.readLine(), home);
    }

    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(home.environment());
        environment.put("DBUS_SESSION_BUS_ADDRESS", address);
        return environment;
    }

    @Override
    public void close() {
        daemon.close();
        home.close();
    }
}
