package org.vitrine.broker.consent.desktop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.api.dbus.BusName;

/**
 * Finds the backend that a desktop has for an interface, as xdg-desktop-portal 1.17 and later do: what portals.conf(5)
 * prefers, else what its own {@code .portal} file says is for the desktop, else GTK's. Where neither a configuration
 * nor a desktop is named there is none: it would have no screen to show anything on. Reads files.
 */
final class PortalBackends {
    private static final Logger LOG = LoggerFactory.getLogger(PortalBackends.class);
    private static final BusName GTK = new BusName("org.freedesktop.impl.portal.desktop.gtk");
    private static final String SUBFOLDER = "xdg-desktop-portal";
    private static final String NONE = "none";
    private static final String ANY = "*";
    private static final int MOST_FILES = 256;

    private final BaseFolders folders;
    private final List<String> desktops;

    PortalBackends(BaseFolders folders) {
        this.folders = folders;
        this.desktops = Arrays.stream(
                        folders.variable("XDG_CURRENT_DESKTOP", "").split(":", -1))
                .filter(desktop -> desktop.matches("[A-Za-z0-9_-]+"))
                .map(desktop -> desktop.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Finds the bus name of the backend; empty if there is none. */
    Optional<BusName> find(String interfaceName) {
        List<Backend> able = installed().stream()
                .filter(backend -> backend.interfaces().contains(interfaceName))
                .toList();
        Map<String, String> preferred = configuration();
        String wanted = preferred.getOrDefault(interfaceName, preferred.getOrDefault("default", ""));
        if (KeyFile.list(wanted).contains(NONE)) {
            return Optional.empty();
        }
        return preferred(able, preferred.getOrDefault(interfaceName, ""))
                .or(() -> preferred(able, preferred.getOrDefault("default", "")))
                .or(() -> ofDesktop(able))
                .map(Backend::busName);
    }

    private static Optional<Backend> preferred(List<Backend> able, String list) {
        return KeyFile.list(list).stream()
                .flatMap(id -> able.stream()
                        .filter(backend -> id.equals(ANY) || id.equals(backend.id()))
                        .limit(1))
                .findFirst();
    }

    private Optional<Backend> ofDesktop(List<Backend> able) {
        return Stream.concat(
                        desktops.stream().flatMap(desktop -> able.stream().filter(backend -> backend.isFor(desktop))),
                        able.stream()
                                .filter(backend ->
                                        !desktops.isEmpty() && backend.busName().equals(GTK)))
                .findFirst();
    }

    /** Returns the group {@code preferred} of the first configuration that has one. */
    private Map<String, String> configuration() {
        return configurationFolders().stream()
                .flatMap(folder -> Stream.concat(
                                desktops.stream().map(desktop -> desktop + "-portals.conf"), Stream.of("portals.conf"))
                        .map(folder::resolve))
                .flatMap(file -> KeyFile.read(file).stream())
                .map(file -> file.group("preferred"))
                .filter(group -> !group.isEmpty())
                .findFirst()
                .orElse(Map.of());
    }

    private List<Path> configurationFolders() {
        return overriding()
                .orElseGet(() -> Stream.of(
                                folders.config().stream(),
                                folders.paths("/etc"),
                                folders.data().stream(),
                                folders.paths("/usr/share"))
                        .flatMap(found -> found)
                        .map(folder -> folder.resolve(SUBFOLDER))
                        .distinct()
                        .toList());
    }

    private Optional<List<Path>> overriding() {
        List<Path> named =
                folders.paths(folders.variable("XDG_DESKTOP_PORTAL_DIR", "")).toList();
        return named.isEmpty() ? Optional.empty() : Optional.of(named);
    }

    /** Returns what is installed: what is for the desktop first, and then by name. */
    private List<Backend> installed() {
        Map<String, Backend> byId = new LinkedHashMap<>();
        overriding()
                .orElseGet(() -> Stream.concat(folders.data().stream(), folders.paths("/usr/share"))
                        .map(folder -> folder.resolve(SUBFOLDER).resolve("portals"))
                        .distinct()
                        .toList())
                .stream()
                .flatMap(folder -> files(folder).stream())
                .limit(MOST_FILES)
                .flatMap(file -> Backend.read(file).stream())
                .forEach(backend -> byId.putIfAbsent(backend.id(), backend));
        List<Backend> sorted = new ArrayList<>(byId.values());
        sorted.sort(Comparator.comparingInt(this::rank).thenComparing(Backend::id));
        return sorted;
    }

    private int rank(Backend backend) {
        for (int i = 0; i < desktops.size(); i++) {
            if (backend.isFor(desktops.get(i))) {
                return i;
            }
        }
        return desktops.size();
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(file -> file.toString().endsWith(Backend.SUFFIX))
                    .sorted()
                    .limit(MOST_FILES)
                    .toList();
        } catch (IOException e) {
            LOG.warn("{} can't be read", folder);
            return List.of();
        }
    }
}
