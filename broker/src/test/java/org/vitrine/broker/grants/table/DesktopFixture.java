package org.vitrine.broker.grants.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.vitrine.wire.Bus;
import org.vitrine.wire.BusOptions;
import org.vitrine.wire.Credentials;
import org.vitrine.wire.testing.PrivateBus;

/** A private bus for each test, whose permission store is the real one and keeps its rows in a folder of the test's. */
public final class DesktopFixture implements BeforeEachCallback, AfterEachCallback {
    private final List<Bus> buses = new ArrayList<>();
    private PrivateBus bus;
    private long signalled;

    @Override
    public void beforeEach(ExtensionContext context) {
        bus = PrivateBus.start();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        buses.forEach(Bus::close);
        buses.clear();
        bus.close();
    }

    /** Tells where the bus is. */
    public String address() {
        return bus.address();
    }

    /** Connects; closed after the test. */
    public Bus connect() {
        Bus connection = Bus.connect(bus.address(), BusOptions.named("test"));
        buses.add(connection);
        return connection;
    }

    /** Finds the process of the store, which must run. */
    public ProcessHandle store() {
        Bus asking = connect();
        try (Credentials credentials = TableContract.get(new BusDriver(asking, PermissionTables.TIMEOUT)
                .owner(DesktopStore.NAME)
                .thenCompose(asking::credentials))) {
            return ProcessHandle.of(credentials.pid().orElseThrow()).orElseThrow();
        }
    }

    /** Runs flatpak's command as the user of this bus; returns what it prints. */
    public String flatpak(String... arguments) throws IOException, InterruptedException {
        return run(command("flatpak", arguments));
    }

    /** Kills the store and takes its file away, as one that comes back with less. */
    public void loseRows() throws IOException {
        ProcessHandle running = store();
        Files.delete(bus.home().dataHome().resolve("flatpak/db/" + PermissionTables.TABLE));
        running.destroyForcibly();
    }

    /** Sends a signal to the store. */
    public void signal(String name) throws IOException, InterruptedException {
        if (!name.equals("CONT")) {
            signalled = store().pid();
        }
        run(List.of("kill", "-" + name, Long.toString(signalled)));
    }

    private static List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(List.of(arguments));
        return command;
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        bus.home().applyTo(builder.environment());
        builder.environment().put("DBUS_SESSION_BUS_ADDRESS", bus.address());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command + ": " + output);
        }
        return output;
    }

    /** Waits until something is so, for ten seconds at most. */
    public static void await(BooleanSupplier condition) throws InterruptedException {
        long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > endNs) {
                throw new AssertionError("It did not come to pass");
            }
            Thread.sleep(5);
        }
    }
}
