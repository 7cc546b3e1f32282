package org.vitrine.broker.identity;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import org.vitrine.fd.Errno;
import org.vitrine.fd.FileStatus;
import org.vitrine.fd.FileType;
import org.vitrine.fd.OpenFile;
import org.vitrine.fd.OpenFlag;
import org.vitrine.fd.OwnedFd;
import org.vitrine.fd.SystemCallException;

/** Reads the file that Flatpak puts into the root of each sandbox, flatpak-metadata(5). */
final class FlatpakInfo {
    /** Real ones have 1 to 2 KiB. */
    static final int MAX_BYTES = 64 * 1024;

    private static final String FILE = ".flatpak-info";
    private static final String GROUP = "[Application]";
    private static final String KEY = "name=";
    private static final int MAX_ID_LENGTH = 255;

    private FlatpakInfo() {}

    /**
     * Reads it from a process's root. Neither a symbolic link is followed nor a FIFO waited for.
     *
     * @return what it holds; empty if there is none, which proves that the process is no Flatpak
     * @throws IOException if the root can't be looked into, or holds something else than a small regular file by that
     *     name
     */
    static Optional<String> read(Path root) throws IOException {
        try (OwnedFd directory = OpenFile.open(root.toString(), EnumSet.of(OpenFlag.PATH, OpenFlag.DIRECTORY))) {
            return readIn(directory);
        } catch (SystemCallException e) {
            throw new IOException("the root of the process can't be looked into", e);
        }
    }

    private static Optional<String> readIn(OwnedFd directory) throws IOException {
        try (OwnedFd file = OpenFile.openAt(directory, FILE, EnumSet.of(OpenFlag.NO_FOLLOW, OpenFlag.NON_BLOCK))) {
            FileStatus status = FileStatus.of(file);
            if (status.type() != FileType.REGULAR || status.sizeBytes() > MAX_BYTES) {
                throw new IOException(FILE + " is not a small regular file");
            }
            return Optional.of(text(OpenFile.read(file, MAX_BYTES + 1)));
        } catch (SystemCallException e) {
            if (e.errno() == Errno.ENOENT) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static String text(byte[] bytes) throws IOException {
        if (bytes.length > MAX_BYTES) {
            throw new IOException(FILE + " is too long");
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
        throw new IOException(FILE + " names no application");
    }

    private static String checked(String id) throws IOException {
        if (id.length() > MAX_ID_LENGTH || !id.matches("[A-Za-z_][A-Za-z0-9_-]*(\\.[A-Za-z_][A-Za-z0-9_-]*)+")) {
            throw new IOException(FILE + " names no valid application");
        }
        return id;
    }
}
