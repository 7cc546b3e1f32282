package org.vitrine.broker.identity;

import java.io.IOException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vitrine.fd.Errno;
import org.vitrine.fd.FileStatus;
import org.vitrine.fd.FileType;
import org.vitrine.fd.OpenFile;
import org.vitrine.fd.OpenFlag;
import org.vitrine.fd.OwnedFd;
import org.vitrine.fd.SystemCallException;
import org.vitrine.policy.Manifest;
import org.vitrine.policy.Sandbox;

/**
 * Holds what the file says that Flatpak puts into the root of each sandbox, flatpak-metadata(5).
 *
 * @param applicationId the application
 * @param instanceId which of its running sandboxes this is, a number; empty if Flatpak is too old to say
 * @param manifest what its {@code [Policy Vitrine]} asks for
 */
record FlatpakInfo(String applicationId, String instanceId, Manifest manifest) {
    /** Real ones have 1 to 2 KiB. */
    static final int MAX_BYTES = 64 * 1024;

    /** Its name in the root of a sandbox. */
    static final String FILE = ".flatpak-info";

    private static final String POLICY = "Policy Vitrine";
    private static final int MAX_ID_LENGTH = 255;
    private static final Pattern ID = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*(\\.[A-Za-z_][A-Za-z0-9_-]*)+");
    private static final Pattern INSTANCE = Pattern.compile("[0-9]{0,20}");

    /**
     * Reads it from a process's root. Neither a symbolic link is followed nor a FIFO waited for.
     *
     * @return what it holds; empty if there is none, which proves that the process is no Flatpak
     * @throws IOException if the root can't be looked into, or holds something else by that name than a small regular
     *     file that Flatpak could have written
     */
    static Optional<FlatpakInfo> read(OwnedFd root) throws IOException {
        try (OwnedFd file = OpenFile.openAt(root, FILE, EnumSet.of(OpenFlag.NO_FOLLOW, OpenFlag.NON_BLOCK))) {
            FileStatus status = FileStatus.of(file);
            if (status.type() != FileType.REGULAR || status.sizeBytes() > MAX_BYTES) {
                throw new IOException(FILE + " is not a small regular file");
            }
            return Optional.of(parse(OpenFile.read(file, MAX_BYTES + 1)));
        } catch (SystemCallException e) {
            if (e.errno() == Errno.ENOENT) {
                return Optional.empty();
            }
            throw new IOException(FILE + " can't be read", e);
        }
    }

    /**
     * Parses its text.
     *
     * @throws IOException if it is not well-formed, or names no application that D-Bus and Flatpak would take
     */
    static FlatpakInfo parse(byte[] bytes) throws IOException {
        if (bytes.length > MAX_BYTES) {
            throw new IOException(FILE + " is too long");
        }
        KeyFile file = KeyFile.parse(bytes);
        String id = file.value("Application", "name").orElse("");
        if (id.length() > MAX_ID_LENGTH || !ID.matcher(id).matches()) {
            throw new IOException(FILE + " names no valid application");
        }
        String instance = file.value("Instance", "instance-id").orElse("");
        if (!INSTANCE.matcher(instance).matches()) {
            throw new IOException(FILE + " names no valid instance");
        }
        return new FlatpakInfo(id, instance, manifest(file.group(POLICY)));
    }

    private static Manifest manifest(Map<String, String> policy) throws IOException {
        Map<String, List<String>> entries = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry : policy.entrySet()) {
            entries.put(entry.getKey(), KeyFile.list(entry.getValue()));
        }
        return Manifest.of(entries);
    }

    /** Returns it as an application. */
    Application application() {
        return new Application(applicationId, Sandbox.FLATPAK, instanceId, manifest);
    }
}
