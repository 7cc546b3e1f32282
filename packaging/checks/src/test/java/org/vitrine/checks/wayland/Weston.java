package org.vitrine.checks.wayland;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.vitrine.checks.stage.Eventually;
import org.vitrine.checks.stage.Patience;
import org.vitrine.checks.stage.Program;

/** The compositor weston, with a screen that nobody sees and that holds nothing but windows. Closing ends it. */
final class Weston implements AutoCloseable {
    private static final Duration PATIENCE = Patience.ofSeconds(30);
    private static final String SOCKET = "wayland-checks";

    /** The shell is the default one: the kiosk shell of weston 10 shows no window where there is no keyboard. */
    private static final String SETTINGS = """
            [core]
            idle-time=0
            [shell]
            background-color=0x%x
            panel-position=none
            locking=false
            animation=none
            close-animation=none
            startup-animation=none
            focus-animation=none
            [input-method]
            path=
            """.formatted(0xff000000 | Screenshot.BACKGROUND);

    private final Program server;
    private final Path folder;

    private Weston(Program server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    /** Start one that draws with the processor, and imports no dma-bufs. */
    static Weston withPixman() {
        return start("--use-pixman");
    }

    /**
     * Start one that draws with GL in software, and imports dma-bufs: needs Mesa 25 and the test machine's
     * /dev/udmabuf. It does not see the DRM devices: with the render node of a device that draws nothing itself, weston
     * crashes in Mesa's code when it shows the first dma-buf.
     */
    static Weston withGl() {
        return start("--use-gl", "bwrap", "--dev-bind", "/", "/", "--tmpfs", "/dev/dri", "--");
    }

    private static Weston start(String renderer, String... wrapper) {
        Path folder = folderWithSettings();
        List<String> command = new ArrayList<>(List.of(wrapper));
        command.addAll(List.of(
                "weston",
                "--backend=headless-backend.so",
                renderer,
                "--width=" + Screenshot.WIDTH,
                "--height=" + Screenshot.HEIGHT,
                "--config=" + folder.resolve("weston.ini"),
                "--socket=" + SOCKET,
                "--debug")); // lets weston-screenshooter work
        Weston weston = new Weston(Program.start(Map.of("XDG_RUNTIME_DIR", folder.toString()), command), folder);
        try {
            weston.awaitSocket();
            weston.awaitNoWindow();
            return weston;
        } catch (AssertionError e) {
            weston.close();
            throw e;
        }
    }

    private static Path folderWithSettings() {
        try {
            Path folder = Files.createTempDirectory("vitrine-wayland"); // for its owner alone, as weston wants it
            Files.writeString(folder.resolve("weston.ini"), SETTINGS);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitSocket() {
        Path socket = folder.resolve(SOCKET);
        boolean settled = Eventually.holds(
                PATIENCE, () -> Files.exists(socket) || !server.process().isAlive());
        if (!settled || !server.process().isAlive()) {
            server.process().destroyForcibly();
            throw new AssertionError("weston did not start: " + server.finish().errors());
        }
    }

    /** Wait until the screen shows nothing. */
    void awaitNoWindow() {
        if (!Eventually.holds(PATIENCE, () -> screenshot().isEmpty())) {
            throw new AssertionError("The screen does not become empty");
        }
    }

    /** The variables with which a program finds the compositor. */
    Map<String, String> environment() {
        return Map.of("XDG_RUNTIME_DIR", folder.toString(), "WAYLAND_DISPLAY", SOCKET);
    }

    /** Take a picture of the whole screen as it is now. */
    Screenshot screenshot() {
        Program.output(
                Map.of(
                        "XDG_RUNTIME_DIR", folder.toString(),
                        "WAYLAND_DISPLAY", SOCKET,
                        "XDG_PICTURES_DIR", folder.toString()),
                List.of("weston-screenshooter"));
        try (Stream<Path> files = Files.list(folder)) {
            Path file = files.filter(path -> path.toString().endsWith(".png"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("weston-screenshooter left no picture"));
            Screenshot screenshot = new Screenshot(ImageIO.read(file.toFile()));
            Files.delete(file);
            return screenshot;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends weston as a user would, for its helpers to end with it; kills it if it does not follow. */
    @Override
    public void close() {
        server.process().destroy();
        try {
            server.process().onExit().orTimeout(10, TimeUnit.SECONDS).join();
        } catch (CompletionException tooLate) {
            server.close();
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
