package org.vitrine.broker.identity;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vitrine.fd.OpenFile;
import org.vitrine.fd.OwnedFd;
import org.vitrine.fd.SystemCallException;

/**
 * Knows which applications are installed, by the folders of the XDG Base Directory specification.
 *
 * @param folders the {@code applications} folders
 * @param ofSandboxes the ones that hold sandboxed applications alone
 */
record DesktopFiles(List<Path> folders, List<Path> ofSandboxes) {
    private static final int MAX_BYTES = 1 << 20;
    private static final int MAX_ID_LENGTH = 240;
    private static final Pattern ID = Pattern.compile("[^/\\p{Cntrl}.][^/\\p{Cntrl}]*");

    /** What Flatpak and snapd write into the desktop files of their applications, and nobody else does. */
    private static final Pattern OF_SANDBOX = Pattern.compile("(?m)^X-(?:Flatpak|SnapInstanceName)\\s*=");

    DesktopFiles {
        folders = List.copyOf(folders);
        ofSandboxes = List.copyOf(ofSandboxes);
    }

    static DesktopFiles ofEnvironment(Map<String, String> environment) {
        String home = environment.getOrDefault("HOME", "/");
        String dataHome = nonEmpty(environment.get("XDG_DATA_HOME"), home + "/.local/share");
        String dataDirs = nonEmpty(environment.get("XDG_DATA_DIRS"), "/usr/local/share:/usr/share");
        return new DesktopFiles(
                applications(Stream.concat(Stream.of(dataHome), Stream.of(dataDirs.split(":", -1)))),
                applications(Stream.of(
                        dataHome + "/flatpak/exports/share",
                        "/var/lib/flatpak/exports/share",
                        "/var/lib/snapd/desktop")));
    }

    private static List<Path> applications(Stream<String> dataFolders) {
        return dataFolders
                .filter(folder -> folder.startsWith("/"))
                .map(folder -> Path.of(folder, "applications"))
                .toList();
    }

    /**
     * Tells whether an id is that of an installed application that runs unsandboxed. An id that a sandboxed one has too
     * is not: what is remembered for that would hold for any program that takes its name. Reads files.
     */
    boolean holdUnsandboxed(String id) {
        return id.length() <= MAX_ID_LENGTH
                && ID.matcher(id).matches()
                && !id.startsWith("snap.")
                && files(ofSandboxes, id).findAny().isEmpty()
                && files(folders, id).findAny().isPresent()
                && files(folders, id).noneMatch(DesktopFiles::isOfSandbox);
    }

    private static Stream<Path> files(List<Path> folders, String id) {
        return folders.stream().map(folder -> folder.resolve(id + ".desktop")).filter(Files::isRegularFile);
    }

    private static boolean isOfSandbox(Path file) {
        try (OwnedFd open = OpenFile.open(file.toString(), Set.of())) {
            byte[] content = OpenFile.read(open, MAX_BYTES);
            return content.length == MAX_BYTES
                    || OF_SANDBOX
                            .matcher(new String(content, StandardCharsets.ISO_8859_1))
                            .find();
        } catch (SystemCallException e) {
            return true; // who can't be asked is not vouched for
        }
    }

    private static String nonEmpty(@Nullable String value, String otherwise) {
        return value == null || value.isEmpty() ? otherwise : value;
    }
}
