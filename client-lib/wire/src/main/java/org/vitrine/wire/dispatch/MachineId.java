package org.vitrine.wire.dispatch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;

/** Read the machine's UUID (machine-id(5); D-Bus specification, "UUIDs"). */
final class MachineId {
    private static final List<Path> FILES = List.of(Path.of("/etc/machine-id"), Path.of("/var/lib/dbus/machine-id"));

    private MachineId() {}

    static String read() {
        return FILES.stream()
                .filter(Files::isReadable)
                .findFirst()
                .map(MachineId::read)
                .orElseThrow(() -> new VitrineException(ErrorName.FAILED, "This machine has no id"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
