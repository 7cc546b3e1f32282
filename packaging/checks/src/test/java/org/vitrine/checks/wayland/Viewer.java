package org.vitrine.checks.wayland;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.vitrine.checks.stage.Places;
import org.vitrine.checks.stage.Program;
import org.vitrine.checks.stage.Stage;

/** The example program that shows an image in a window. */
final class Viewer {
    private static final Path OUT = Places.OUT.resolve("wayland");

    private Viewer() {}

    /** Compile it, if it is not yet. */
    static void make() {
        String folder = Places.EXAMPLES.resolve("c/wayland").toString();
        Program.output(Map.of(), List.of("make", "-s", "-C", folder, "OUT=" + OUT, "CFLAGS=-O1 -Wall -Wextra -Werror"));
    }

    /** Start it. */
    static Program start(Stage stage, Weston weston, String... arguments) {
        return Program.start(environment(stage, weston), command(arguments));
    }

    /** Run it to its end. */
    static Program.Result run(Stage stage, Weston weston, String... arguments) {
        return Program.run(environment(stage, weston), command(arguments));
    }

    /** The variables with which it finds the broker and the compositor. */
    static Map<String, String> environment(Stage stage, Weston weston) {
        Map<String, String> environment = new HashMap<>(stage.environment());
        environment.putAll(weston.environment());
        return environment;
    }

    static List<String> command(String... arguments) {
        return Stream.concat(Stream.of(OUT.resolve("wayland-viewer").toString()), Stream.of(arguments))
                .toList();
    }
}
