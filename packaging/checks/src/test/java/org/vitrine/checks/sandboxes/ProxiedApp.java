package org.vitrine.checks.sandboxes;

import java.util.List;
import java.util.stream.Stream;
import org.vitrine.checks.stage.Places;
import org.vitrine.checks.stage.Program;
import org.vitrine.checks.stage.Stage;
import org.vitrine.checks.stage.StillPicture;

/**
 * An app as Flatpak starts it: bwrap around the app, and xdg-dbus-proxy, in a bwrap of its own, before its session bus.
 *
 * @param stage where it runs
 * @param id the application id
 */
record ProxiedApp(Stage stage, String id) implements SandboxedApp {
    private static final String AS_FLATPAK = Places.PROJECT
            .resolve("packaging/checks/src/test/shell/as-flatpak.sh")
            .toString();

    @Override
    public Program.Result look(String title) {
        return Program.run(stage.environment(), python("/app/examples/python/consumer.py", title));
    }

    @Override
    public Program start(String... arguments) {
        return Program.start(stage.environment(), python("/app/checks/sandboxed.py", arguments));
    }

    /** Start still.py, which shares a picture under that title. */
    StillPicture share(String title) {
        return StillPicture.of(Program.start(stage.environment(), python("/app/checks/still.py", title)));
    }

    private List<String> python(String script, String... arguments) {
        Stream<String> sandbox = Stream.of(AS_FLATPAK, id);
        Stream<String> files = Stream.concat(
                Stream.of("--ro-bind", Places.EXAMPLES.toString(), "/app/examples"),
                Stream.of("--ro-bind", Places.ATTACKERS.toString(), "/app/checks"));
        Stream<String> command = Stream.of("--", "/usr/bin/python3", "-B", script);
        return Stream.of(sandbox, files, command, Stream.of(arguments))
                .flatMap(part -> part)
                .toList();
    }
}
