package org.vitrine.checks.sandboxes;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.vitrine.checks.stage.Places;
import org.vitrine.checks.stage.Program;
import org.vitrine.checks.stage.Stage;

/**
 * An app that Flatpak has installed and runs.
 *
 * @param id the application id
 * @param environment the variables with which Flatpak finds the installation and the bus
 */
record FlatpakApp(String id, Map<String, String> environment) implements SandboxedApp {
    private static final Path FOLDER = Places.OUT.resolve("flatpak");

    FlatpakApp {
        environment = Map.copyOf(environment);
    }

    /**
     * Install the tests' apps for them alone if they are not there yet: takes 10 s, and no network.
     *
     * @param id which of the apps this one is
     * @param runtimeFolder where Flatpak makes sockets; its path must be short (108 characters in all, unix(7))
     */
    static FlatpakApp installed(Stage stage, String id, Path runtimeFolder) {
        Program.output(
                Map.of(),
                List.of(
                        Places.SCRIPTS.resolve("make-flatpak.sh").toString(),
                        FOLDER.toString(),
                        SandboxedApp.LOOKER,
                        SandboxedApp.ANOTHER,
                        SandboxedApp.TRUSTED + "+Vitrine.read=" + SandboxedApp.CAMERA));
        Map<String, String> environment = new HashMap<>(stage.environment());
        environment.put("FLATPAK_USER_DIR", FOLDER.resolve("installation").toString());
        environment.put("HOME", FOLDER.resolve("home").toString());
        environment.put(
                "XDG_DATA_HOME", stage.bus().home().dataHome().toString()); // where flatpak looks for permission tables
        environment.put("XDG_RUNTIME_DIR", runtimeFolder.toString());
        return new FlatpakApp(id, environment);
    }

    @Override
    public Program.Result look(String title) {
        return Program.run(environment, run(Stream.of(), title));
    }

    @Override
    public Program start(String... arguments) {
        Stream<String> options = Stream.of("--filesystem=" + Places.ATTACKERS + ":ro", "--command=python3");
        Stream<String> script =
                Stream.of("-B", Places.ATTACKERS.resolve("sandboxed.py").toString());
        return Program.start(
                environment,
                run(options, Stream.concat(script, Stream.of(arguments)).toArray(String[]::new)));
    }

    /** Run {@code flatpak} itself, outside of any sandbox. */
    Program.Result flatpak(String... arguments) {
        return Program.run(
                environment,
                Stream.concat(Stream.of("flatpak"), Stream.of(arguments)).toList());
    }

    private List<String> run(Stream<String> options, String... arguments) {
        Stream<String> flatpak = Stream.of("flatpak", "--user", "run", "--no-a11y-bus", "--no-documents-portal");
        return Stream.of(flatpak, options, Stream.of(id), Stream.of(arguments))
                .flatMap(part -> part)
                .toList();
    }
}
