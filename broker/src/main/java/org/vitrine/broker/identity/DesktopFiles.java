package org.vitrine.broker.identity;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Knows which applications are installed, by the folders of the XDG Base Directory specification.
 *
 * @param folders the {@code applications} folders
 */
record DesktopFiles(List<Path> folders) {
    DesktopFiles {
        folders = List.copyOf(folders);
    }

    static DesktopFiles ofEnvironment(Map<String, String> environment) {
        String home = environment.getOrDefault("HOME", "/");
        String dataHome = nonEmpty(environment.get("XDG_DATA_HOME"), home + "/.local/share");
        String dataDirs = nonEmpty(environment.get("XDG_DATA_DIRS"), "/usr/local/share:/usr/share");
        return new DesktopFiles(Stream.concat(Stream.of(dataHome), Stream.of(dataDirs.split(":", -1)))
                .filter(folder -> folder.startsWith("/"))
                .map(folder -> Path.of(folder, "applications"))
                .toList());
    }

    boolean contain(String applicationId) {
        return !applicationId.contains("/")
                && folders.stream().anyMatch(folder -> Files.isRegularFile(folder.resolve(applicationId + ".desktop")));
    }

    private static String nonEmpty(@Nullable String value, String otherwise) {
        return value == null || value.isEmpty() ? otherwise : value;
    }
}
