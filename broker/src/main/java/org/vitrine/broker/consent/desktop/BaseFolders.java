package org.vitrine.broker.consent.desktop;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds the folders of the XDG Base Directory specification.
 *
 * @param environment variables with their values
 * @param root where the file system begins
 */
record BaseFolders(Map<String, String> environment, Path root) {
    private static final String CONFIG_DIRS = "/etc/xdg";
    private static final String DATA_DIRS = "/usr/local/share:/usr/share";

    BaseFolders {
        environment = Map.copyOf(environment);
    }

    /** Returns the folders for configuration, strongest first. */
    List<Path> config() {
        return Stream.concat(home("XDG_CONFIG_HOME", ".config"), paths(variable("XDG_CONFIG_DIRS", CONFIG_DIRS)))
                .toList();
    }

    /** Returns the folders for data, strongest first. */
    List<Path> data() {
        return Stream.concat(home("XDG_DATA_HOME", ".local/share"), paths(variable("XDG_DATA_DIRS", DATA_DIRS)))
                .toList();
    }

    /** Returns the folders in a text with colons between them; such as are not absolute don't count. */
    Stream<Path> paths(String text) {
        return Arrays.stream(text.split(":", -1))
                .filter(path -> path.startsWith("/"))
                .map(path -> root.resolve(path.substring(1)));
    }

    /** Returns a variable's value, or another if it has none. */
    String variable(String name, String otherwise) {
        String value = environment.getOrDefault(name, "");
        return value.isEmpty() ? otherwise : value;
    }

    private Stream<Path> home(String name, String below) {
        return paths(variable(name, variable("HOME", "") + "/" + below));
    }
}
