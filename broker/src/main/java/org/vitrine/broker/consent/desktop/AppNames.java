package org.vitrine.broker.consent.desktop;

import java.nio.file.Path;
import java.util.Optional;

/** Finds the names that people know applications by, in their {@code .desktop} files. Reads files. */
final class AppNames {
    private static final String KIND = ".desktop";

    private final BaseFolders folders;

    AppNames(BaseFolders folders) {
        this.folders = folders;
    }

    /** Finds the name of an application; empty if it is not installed, or has none. Not made harmless. */
    Optional<String> of(String appId) {
        if (appId.isEmpty() || appId.indexOf('/') >= 0 || appId.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        return folders.data().stream()
                .map(folder -> folder.resolve("applications").resolve(appId + KIND))
                .flatMap(file -> nameIn(file).stream())
                .findFirst();
    }

    private static Optional<String> nameIn(Path file) {
        return KeyFile.read(file)
                .map(read -> read.group("Desktop Entry").getOrDefault("Name", ""))
                .filter(name -> !name.isEmpty());
    }
}
