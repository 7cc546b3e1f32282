package org.vitrine.checks.dialogs;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vitrine.checks.stage.Eventually;
import org.vitrine.checks.stage.Program;

/** A screen that nobody sees, with a mouse and a keyboard of ours. Has no window manager. Closing switches it off. */
final class Screen implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Program server;
    private final String display;

    private Screen(Program server, String display) {
        this.server = server;
        this.display = display;
    }

    /** A window on the screen. */
    record Window(String id, int width, int height) {}

    /** Switch it on. */
    static Screen start() {
        Program server = Program.start(
                Map.of(), List.of("Xvfb", "-displayfd", "1", "-screen", "0", "1024x768x24", "-nolisten", "tcp"));
        return new Screen(server, ":" + server.readLine().strip());
    }

    Map<String, String> environment() {
        return Map.of("DISPLAY", display);
    }

    /** Wait for the only window of a program to be there; give it the keyboard. */
    Window awaitWindow(String programClass) {
        if (!Eventually.holds(PATIENCE, () -> windows(programClass).size() == 1)) {
            throw new AssertionError("Windows of " + programClass + ": " + windows(programClass));
        }
        String id = windows(programClass).getFirst();
        xdotool("windowfocus", "--sync", id).mustSucceed();
        Map<String, String> geometry =
                variables(xdotool("getwindowgeometry", "--shell", id).mustSucceed());
        return new Window(id, Integer.parseInt(geometry.get("WIDTH")), Integer.parseInt(geometry.get("HEIGHT")));
    }

    /** Wait for all windows of a program to be gone. */
    boolean awaitNoWindow(String programClass) {
        return Eventually.holds(PATIENCE, () -> windows(programClass).isEmpty());
    }

    /** Press keys, one after the other, as X11 names them. */
    void press(String... keys) {
        for (String key : keys) {
            xdotool("key", "--delay", "50", key).mustSucceed();
        }
    }

    /** Click on a place in a window. */
    void click(Window window, int x, int y) {
        xdotool(
                        "mousemove",
                        "--window",
                        window.id(),
                        Integer.toString(x),
                        Integer.toString(y),
                        "sleep",
                        "0.2",
                        "click",
                        "1")
                .mustSucceed();
    }

    /** Keep a picture of a window as PNG. */
    void keepPicture(Window window, Path file) {
        Program.output(environment(), List.of("import", "-window", window.id(), file.toString()));
    }

    private List<String> windows(String programClass) {
        return xdotool("search", "--onlyvisible", "--class", programClass)
                .output()
                .lines()
                .toList();
    }

    private Program.Result xdotool(String... arguments) {
        return Program.run(
                environment(),
                Stream.concat(Stream.of("xdotool"), Stream.of(arguments)).toList());
    }

    private static Map<String, String> variables(String lines) {
        return lines.lines()
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    @Override
    public void close() {
        server.close();
    }
}
