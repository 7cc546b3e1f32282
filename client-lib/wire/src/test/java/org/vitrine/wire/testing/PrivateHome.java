package org.vitrine.wire.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Holds the folders of a user's home that belong to one test alone, so that what a service keeps there reaches neither
 * another test nor the home of who runs the tests. Closing ends who lives in them, and deletes them with all that is in
 * them.
 *
 * @param folder the folder that has them all; its path is short, for sockets below it (108 bytes, unix(7))
 */
public record PrivateHome(Path folder) implements AutoCloseable {
    /** Variables that lead to the desktop of who runs the tests. */
    private static final Set<String> OF_THE_DESKTOP = Set.of(
            "DISPLAY",
            "WAYLAND_DISPLAY",
            "XAUTHORITY",
            "XDG_CURRENT_DESKTOP",
            "XDG_SESSION_DESKTOP",
            "DESKTOP_SESSION");

    /** Make the folders below the one for temporary files. */
    static PrivateHome create() {
        try {
            PrivateHome home = new PrivateHome(Files.createTempDirectory("vitrine-bus"));
            for (String path : home.variables().values()) {
                Files.createDirectories(Path.of(path));
            }
            Files.setPosixFilePermissions(home.runtimeFolder(), PosixFilePermissions.fromString("rwx------"));
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tell where sockets are made: {@code XDG_RUNTIME_DIR}. */
    public Path runtimeFolder() {
        return folder.resolve("run");
    }

    /** Tell where services find their settings: {@code XDG_CONFIG_HOME}. */
    public Path configHome() {
        return folder.resolve("config");
    }

    /** Tell where services keep data, as the permission store does: {@code XDG_DATA_HOME}. */
    public Path dataHome() {
        return folder.resolve("data");
    }

    /** Tell which variables lead here. */
    public Map<String, String> variables() {
        return Map.of(
                "HOME", folder.resolve("home").toString(),
                "XDG_CONFIG_HOME", configHome().toString(),
                "XDG_DATA_HOME", dataHome().toString(),
                "XDG_STATE_HOME", folder.resolve("state").toString(),
                "XDG_CACHE_HOME", folder.resolve("cache").toString(),
                "XDG_RUNTIME_DIR", runtimeFolder().toString());
    }

    /** Change a program's environment so that it lives here, and knows no desktop. */
    public void applyTo(Map<String, String> environment) {
        environment.keySet().removeAll(OF_THE_DESKTOP);
        environment.putAll(variables());
    }

    /** Tell which processes live here. */
    List<ProcessHandle> residents() {
        return new Residents(folder).list();
    }

    @Override
    public void close() {
        new Residents(folder).end();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
