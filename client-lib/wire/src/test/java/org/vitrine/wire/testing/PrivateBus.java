package org.vitrine.wire.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Run a bus, {@code dbus-daemon} or {@code dbus-broker}, that nobody else knows; closing kills it.
 *
 * <p>The services that it activates live in a {@link PrivateHome} without a desktop, and end with it.
 */
public final class PrivateBus implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 5;

    private final Process process;
    private final PrivateHome home;
    private final String address;

    private PrivateBus(Process process, PrivateHome home, String address) {
        this.process = process;
        this.home = home;
        this.address = address;
    }

    /** Start with the stock configuration of session buses. */
    public static PrivateBus start() {
        return start(Map.of());
    }

    /** Start with a configuration file of one's own; its {@code listen} is overridden. */
    public static PrivateBus start(Path configuration) {
        return start(home -> dbusDaemon("--config-file=" + configuration, home), Map.of());
    }

    /** Start with these variables for the services that it activates, such as a {@code DISPLAY}. */
    public static PrivateBus start(Map<String, String> forServices) {
        return start(home -> dbusDaemon("--session", home), forServices);
    }

    /** Start a {@code dbus-broker} instead, which allows all and activates nothing; needs no systemd. */
    public static PrivateBus startDbusBroker() {
        return start(PrivateBus::dbusBroker, Map.of());
    }

    private static List<String> dbusDaemon(String configuration, PrivateHome home) {
        return List.of(
                "dbus-daemon",
                "--nofork",
                "--nosyslog",
                "--print-address",
                configuration,
                "--address=unix:path=" + socket(home));
    }

    private static List<String> dbusBroker(PrivateHome home) {
        Path script = home.folder().resolve("dbus-broker.py");
        try (InputStream resource = PrivateBus.class.getResourceAsStream("dbus-broker.py")) {
            Files.copy(Objects.requireNonNull(resource), script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of("/usr/bin/python3", "-B", script.toString(), socket(home).toString());
    }

    private static Path socket(PrivateHome home) {
        return home.folder().resolve("bus");
    }

    private static PrivateBus start(Function<PrivateHome, List<String>> command, Map<String, String> forServices) {
        PrivateHome home = PrivateHome.create();
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command.apply(home)).redirectError(ProcessBuilder.Redirect.DISCARD);
            home.applyTo(builder.environment());
            builder.environment().putAll(forServices);
            Process process = builder.start();
            BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
            String address = output.readLine();
            if (address == null) {
                throw new IOException("The bus did not start");
            }
            return new PrivateBus(process, home, address);
        } catch (IOException e) {
            home.close();
            throw new UncheckedIOException(e);
        }
    }

    /** Tell the address, as in {@code DBUS_SESSION_BUS_ADDRESS}. */
    public String address() {
        return address;
    }

    /** Tell where the services that the bus activates live, for programs that are to live there too. */
    public PrivateHome home() {
        return home;
    }

    /** Tell the bus's process, to stop or count something of it. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    /** Freeze the bus with SIGSTOP, or let it go on with SIGCONT. */
    public void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The bus does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        home.close();
    }
}
