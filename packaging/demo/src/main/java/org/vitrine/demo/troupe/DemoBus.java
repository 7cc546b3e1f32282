package org.vitrine.demo.troupe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.vitrine.api.error.VitrineException;
import org.vitrine.client.ConnectOptions;
import org.vitrine.client.ImageFilter;
import org.vitrine.client.Vitrine;

/** Finds the session bus, or starts one that nobody else knows; closing ends that. */
public final class DemoBus implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String address;
    private final Optional<Private> own;

    private record Private(Child daemon, Path folder) {}

    private DemoBus(String address, Optional<Private> own) {
        this.address = address;
        this.own = own;
    }

    public static DemoBus findOrStart() {
        String present =
                Optional.ofNullable(System.getenv("DBUS_SESSION_BUS_ADDRESS")).orElse("");
        if (!present.isBlank() && isThere(present)) {
            return new DemoBus(present, Optional.empty());
        }
        return start();
    }

    /** Starts a bus that nobody else knows. */
    public static DemoBus start() {
        try {
            return start(Files.createTempDirectory("vitrine-demo"));
        } catch (IOException e) {
            throw new DemoFailure("No temporary folder for a private bus: " + e.getMessage());
        }
    }

    private static DemoBus start(Path folder) {
        Child daemon = Child.start(
                "dbus-daemon",
                "",
                List.of(
                        "dbus-daemon",
                        "--session",
                        "--nofork",
                        "--nosyslog",
                        "--print-address",
                        "--address=unix:path=" + folder.resolve("bus")));
        try {
            return new DemoBus(daemon.line(PATIENCE), Optional.of(new Private(daemon, folder)));
        } catch (DemoFailure e) {
            daemon.close();
            throw e;
        }
    }

    private static boolean isThere(String address) {
        try (Vitrine _ = Vitrine.connect(quick(address))) {
            return true;
        } catch (VitrineException e) {
            return false;
        }
    }

    /** Tells whether a broker answers on the bus already. */
    public boolean hasBroker() {
        try (Vitrine vitrine = Vitrine.connect(quick(address))) {
            vitrine.images(ImageFilter.ALL);
            return true;
        } catch (VitrineException e) {
            return false;
        }
    }

    private static ConnectOptions quick(String address) {
        ConnectOptions usual = ConnectOptions.ofBus(address);
        return new ConnectOptions(address, usual.portalName(), PATIENCE);
    }

    public String address() {
        return address;
    }

    public boolean isPrivate() {
        return own.isPresent();
    }

    @Override
    public void close() {
        own.ifPresent(DemoBus::end);
    }

    private static void end(Private bus) {
        bus.daemon().close();
        try {
            Files.deleteIfExists(bus.folder().resolve("bus"));
            Files.deleteIfExists(bus.folder());
        } catch (IOException e) {
            System.err.println("Left behind: " + bus.folder());
        }
    }
}
