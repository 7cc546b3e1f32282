package org.vitrine.broker.consent.desktop;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.api.dbus.BusName;

/**
 * Describes a portal backend, as its {@code .portal} file does.
 *
 * @param id the file's name without {@code .portal}, by which configurations name it
 * @param busName where it is
 * @param interfaces what it implements
 * @param desktops the desktops that it says it is for
 */
record Backend(String id, BusName busName, List<String> interfaces, List<String> desktops) {
    static final String SUFFIX = ".portal";

    private static final Logger LOG = LoggerFactory.getLogger(Backend.class);

    Backend {
        interfaces = List.copyOf(interfaces);
        desktops = List.copyOf(desktops);
    }

    /** Reads a file; empty, with a line in the log, if it describes none. */
    static Optional<Backend> read(Path file) {
        return KeyFile.read(file).flatMap(read -> of(file, read.group("portal")));
    }

    private static Optional<Backend> of(Path file, Map<String, String> portal) {
        String name = file.getFileName().toString();
        try {
            return Optional.of(new Backend(
                    name.substring(0, name.length() - SUFFIX.length()),
                    new BusName(portal.getOrDefault("DBusName", "")),
                    KeyFile.list(portal.getOrDefault("Interfaces", "")),
                    KeyFile.list(portal.getOrDefault("UseIn", ""))));
        } catch (IllegalArgumentException e) {
            LOG.warn("{} is passed over: its DBusName is no bus name", file);
            return Optional.empty();
        }
    }

    boolean isFor(String desktop) {
        return desktops.stream().anyMatch(desktop::equalsIgnoreCase);
    }
}
