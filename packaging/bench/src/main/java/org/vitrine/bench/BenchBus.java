package org.vitrine.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A dbus-daemon which nobody else uses.
 *
 * @param home whose folders programs on it find in their environment; stays its maker's
 * @param atClose what is closed with it
 */
record BenchBus(Child daemon, String address, BenchHome home, List<BenchHome> atClose) implements AutoCloseable {
    private static final List<String> COMMAND =
            List.of("dbus-daemon", "--session", "--nofork", "--nosyslog", "--print-address");

    /** Start with the stock session configuration, for a user of its own. */
    static BenchBus start() {
        return ofItsOwn(COMMAND);
    }

    static BenchBus startOn(Cpu cpu) {
        return ofItsOwn(cpu.pinned(COMMAND));
    }

    /** Start with the stock session configuration, for a user who is there already. */
    static BenchBus startFor(BenchHome home) {
        return from(COMMAND, home, List.of());
    }

    /** Start with a configuration of one's own, for a user who is there already. */
    static BenchBus startFor(BenchHome home, Path configuration) {
        return from(
                List.of("dbus-daemon", "--config-file=" + configuration, "--nofork", "--nosyslog", "--print-address"),
                home,
                List.of());
    }

    private static BenchBus ofItsOwn(List<String> command) {
        BenchHome home = BenchHome.make();
        return from(command, home, List.of(home));
    }

    private static BenchBus from(List<String> command, BenchHome home, List<BenchHome> atClose) {
        Child daemon = Child.start(home.environment(), command);
        return new BenchBus(daemon, daemon.readLine(), home, atClose);
    }

    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(home.environment());
        environment.put("DBUS_SESSION_BUS_ADDRESS", address);
        return environment;
    }

    @Override
    public void close() {
        daemon.close();
        atClose.forEach(BenchHome::close);
    }
}
