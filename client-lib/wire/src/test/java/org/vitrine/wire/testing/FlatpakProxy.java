package org.vitrine.wire.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Stand between an app and a bus as Flatpak does: {@code xdg-dbus-proxy}, in a {@code bwrap} of its own with the app's
 * {@code .flatpak-info}, with the filter that every app has whose manifest asks for nothing.
 *
 * <p>Whoever connects through it is, to those on the bus, that app. Closing ends the proxy; not later than the bus.
 */
public final class FlatpakProxy implements AutoCloseable {
    private final Process process;
    private final Path socket;

    private FlatpakProxy(Process process, Path socket) {
        this.process = process;
        this.socket = socket;
    }

    /** Start a proxy for an app, and wait until it serves. */
    public static FlatpakProxy before(PrivateBus bus, String app) {
        Path home = bus.home().folder();
        try {
            Path folder = Files.createTempDirectory(home, "proxy");
            Path info = Files.writeString(folder.resolve("info"), """
                    [Application]
                    name=%s
                    runtime=runtime/org.example.Platform/x86_64/1

                    [Instance]
                    instance-id=1
                    """.formatted(app));
            Path socket = folder.resolve("bus");
            ProcessBuilder builder = new ProcessBuilder(command(bus, app, socket))
                    .redirectInput(info.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            bus.home().applyTo(builder.environment());
            Process process = builder.start();
            if (process.getInputStream().read() < 0) {
                throw new IOException("xdg-dbus-proxy did not start");
            }
            return new FlatpakProxy(process, socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(PrivateBus bus, String app, Path socket) {
        String home = bus.home().folder().toString();
        List<String> command = new ArrayList<>(List.of("bwrap", "--ro-bind", "/usr", "/usr", "--dev", "/dev"));
        command.addAll(List.of("--symlink", "usr/bin", "/bin", "--symlink", "usr/lib", "/lib"));
        command.addAll(List.of("--symlink", "usr/lib64", "/lib64", "--proc", "/proc", "--bind", home, home));
        command.addAll(List.of("--file", "0", "/.flatpak-info", "--", "xdg-dbus-proxy"));
        command.add("--fd=1"); // on which it tells that it is ready, and ends when that is closed
        command.addAll(List.of(bus.address(), socket.toString(), "--filter", "--own=" + app, "--own=" + app + ".*"));
        command.add("--call=org.freedesktop.portal.*=*");
        command.add("--broadcast=org.freedesktop.portal.*=@/org/freedesktop/portal/*");
        return command;
    }

    /** Tell the address, as in the app's {@code DBUS_SESSION_BUS_ADDRESS}. */
    public String address() {
        return "unix:path=" + socket;
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                throw new IllegalStateException("xdg-dbus-proxy does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
