package org.vitrine.broker.identity;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** Reads the file that Flatpak puts into the root of each sandbox, flatpak-metadata(5). */
final class FlatpakInfo {
    /** Real ones have 1 to 2 KiB. */
    static final int MAX_BYTES = 64 * 1024;

    private static final String GROUP = "[Application]";
    private static final String KEY = "name=";
    private static final int MAX_ID_LENGTH = 255;

    private FlatpakInfo() {}

    /**
     * Reads it from a process's root.
     *
     * @return what it holds; empty if there is none, which proves that the process is no Flatpak
     * @throws IOException if the root can't be looked into, or holds something else than a regular file by that name
     */
    static Optional<String> read(Path root) throws IOException {
        BasicFileAttributes rootAttributes = Files.readAttributes(root, BasicFileAttributes.class);
        if (!rootAttributes.isDirectory()) {
            throw new IOException("the root of the process is no directory");
        }
        Path file = root.resolve(".flatpak-info");
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        if (!attributes.isRegularFile() || attributes.size() > MAX_BYTES) {
            throw new IOException(".flatpak-info is not a small regular file");
        }
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(text(in.readNBytes(MAX_BYTES + 1)));
        }
    }

    private static String text(byte[] bytes) throws IOException {
        if (bytes.length > MAX_BYTES) {
            throw new IOException(".flatpak-info is too long");
        }
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    /**
     * Finds the application id.
     *
     * @throws IOException if there is none, or not one that D-Bus and Flatpak would take
     */
    static String applicationId(String info) throws IOException {
        String group = "";
        for (String line : info.lines().toList()) {
            if (line.startsWith("[")) {
                group = line.strip();
            } else if (group.equals(GROUP) && line.startsWith(KEY)) {
                return checked(line.substring(KEY.length()).strip());
            }
        }
        throw new IOException(".flatpak-info names no application");
    }

    private static String checked(String id) throws IOException {
        if (id.length() > MAX_ID_LENGTH || !id.matches("[A-Za-z_][A-Za-z0-9_-]*(\\.[A-Za-z_][A-Za-z0-9_-]*)+")) {
            throw new IOException(".flatpak-info names no valid application");
        }
        return id;
    }
}
