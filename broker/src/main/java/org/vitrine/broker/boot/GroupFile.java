package org.vitrine.broker.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;

/**
 * Knows this machine's own groups, group(5).
 *
 * @param path the file
 */
record GroupFile(Path path) {
    private static final int NAME = 0;
    private static final int GID = 2;

    static GroupFile ofSystem() {
        return new GroupFile(Path.of("/etc/group"));
    }

    /**
     * Returns the number of a group given by name or number.
     *
     * @throws VitrineException with Failed if there is no such group in the file
     */
    long gid(String nameOrNumber) {
        if (nameOrNumber.matches("[0-9]{1,9}")) {
            return Long.parseLong(nameOrNumber);
        }
        try {
            return Files.readAllLines(path).stream()
                    .map(line -> line.split(":", -1))
                    .filter(fields -> fields.length > GID
                            && fields[NAME].equals(nameOrNumber)
                            && fields[GID].matches("[0-9]{1,10}"))
                    .mapToLong(fields -> Long.parseLong(fields[GID]))
                    .findFirst()
                    .orElseThrow(() -> new VitrineException(
                            ErrorName.FAILED,
                            "--admin-group: " + path
                                    + " has no such group; name another one, or this one by its number"));
        } catch (IOException e) {
            throw new VitrineException(ErrorName.FAILED, "--admin-group: " + path + " can't be read", e);
        }
    }
}
