package org.vitrine.wire.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Run a {@code dbus-daemon} that nobody else knows; closing kills it. */
public final class PrivateBus implements AutoCloseable {
    private final Process process;
    private final Path folder;
    private final String address;

    private PrivateBus(Process process, Path folder, String address) {
        this.process = process;
        this.folder = folder;
        this.address = address;
    }

    /** Start with the stock configuration of session buses. */
    public static PrivateBus start() {
        return start(Optional.empty());
    }

    /** Start with a configuration file of one's own; its {@code listen} is overridden. */
    public static PrivateBus start(Path configuration) {
        return start(Optional.of(configuration));
    }

    private static PrivateBus start(Optional<Path> configuration) {
        try {
            Path folder = Files.createTempDirectory("vitrine-bus");
            List<String> command = new ArrayList<>(List.of("dbus-daemon", "--nofork", "--nosyslog", "--print-address"));
            command.add(configuration.map(file -> "--config-file=" + file).orElse("--session"));
            command.add("--address=unix:path=" + folder.resolve("bus"));
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
            String address = output.readLine();
            if (address == null) {
                throw new IOException("dbus-daemon did not start");
            }
            return new PrivateBus(process, folder, address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tell the address, as in {@code DBUS_SESSION_BUS_ADDRESS}. */
    public String address() {
        return address;
    }

    /** Tell the daemon's process, to stop or count something of it. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    /** Freeze the daemon with SIGSTOP, or let it go on with SIGCONT. */
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
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                throw new IllegalStateException("dbus-daemon does not end");
            }
            Files.deleteIfExists(folder.resolve("bus"));
            Files.deleteIfExists(folder);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
