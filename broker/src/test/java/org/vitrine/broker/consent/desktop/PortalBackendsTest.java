package org.vitrine.broker.consent.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.api.dbus.BusName;

class PortalBackendsTest {
    private static final String ACCESS = "org.freedesktop.impl.portal.Access";
    private static final String PORTALS = "usr/share/xdg-desktop-portal/portals/";

    @TempDir
    private Path root;

    private final Map<String, String> environment = new TreeMap<>();

    @BeforeEach
    void isAtHome() {
        environment.put("HOME", "/home/me");
    }

    @Test
    void findsNoneWhereNeitherConfigurationNorDesktopIsNamed() throws IOException {
        install("gtk", "gnome");
        assertThat(find()).isEmpty();
    }

    @Test
    void findsWhatSaysThatItIsForTheDesktop() throws IOException {
        install("aaa", "Other");
        install("kde", "KDE");
        environment.put("XDG_CURRENT_DESKTOP", "ubuntu:kde");
        assertThat(find()).contains("org.freedesktop.impl.portal.desktop.kde");
    }

    @Test
    void takesTheDesktopsInTheirOrder() throws IOException {
        install("aaa", "Second");
        install("bbb", "First");
        environment.put("XDG_CURRENT_DESKTOP", "First:Second");
        assertThat(find()).contains("org.freedesktop.impl.portal.desktop.bbb");
    }

    @Test
    void fallsBackToGtkOnADesktopWithoutABackend() throws IOException {
        install("kde", "KDE");
        install("gtk", "gnome");
        environment.put("XDG_CURRENT_DESKTOP", "sway");
        assertThat(find()).contains("org.freedesktop.impl.portal.desktop.gtk");
    }

    @Test
    void passesOverBackendsWithoutTheDialog() throws IOException {
        write(PORTALS + "wlr.portal", """
                [portal]
                DBusName=org.freedesktop.impl.portal.desktop.wlr
                Interfaces=org.freedesktop.impl.portal.ScreenCast;org.freedesktop.impl.portal.Accessible;
                UseIn=sway
                """);
        install("gtk", "gnome");
        environment.put("XDG_CURRENT_DESKTOP", "sway");
        assertThat(find()).contains("org.freedesktop.impl.portal.desktop.gtk");
        write("etc/xdg/xdg-desktop-portal/portals.conf", "[preferred]\ndefault=wlr;gtk\n");
        assertThat(find()).contains("org.freedesktop.impl.portal.desktop.gtk");
    }

    @Test
    void findsWhatTheConfigurationPrefersWithoutADesktop() throws IOException {
        install("gtk", "gnome");
        install("kde", "KDE");
        write("etc/xdg-desktop-portal/portals.conf", "# mine\n[preferred]\ndefault = missing; kde ;gtk\n");
        assertThat(find()).contains("org.freedesktop.impl.portal.desktop.kde");
    }

    @Test
    void prefersTheInterfacesOwnLineToTheDefault() throws IOException {
        install("gtk", "gnome");
        install("kde", "KDE");
        write("home/me/.config/xdg-desktop-portal/portals.conf", "[preferred]\ndefault=kde\n" + ACCESS + "=gtk\n");
        assertThat(find()).contains("org.freedesktop.impl.portal.desktop.gtk");
        write("home/me/.config/xdg-desktop-portal/portals.conf", "[preferred]\ndefault=kde\n" + ACCESS + "=gone\n");
        assertThat(find()).contains("org.freedesktop.impl.portal.desktop.kde");
    }

    @Test
    void findsNoneWhereTheConfigurationSaysSo() throws IOException {
        install("gtk", "gnome");
        environment.put("XDG_CURRENT_DESKTOP", "gnome");
        write("etc/xdg/xdg-desktop-portal/portals.conf", "[preferred]\ndefault=gtk\n" + ACCESS + "=none\n");
        assertThat(find()).isEmpty();
        write("etc/xdg/xdg-desktop-portal/portals.conf", "[preferred]\ndefault=none\n");
        assertThat(find()).isEmpty();
        write("etc/xdg/xdg-desktop-portal/portals.conf", "[preferred]\ndefault=none\n" + ACCESS + "=gtk\n");
        assertThat(find()).contains("org.freedesktop.impl.portal.desktop.gtk");
    }

    @Test
    void takesAnyBackendForAStar() throws IOException {
        install("kde", "KDE");
        write("etc/xdg/xdg-desktop-portal/portals.conf", "[preferred]\ndefault=*\n");
        assertThat(find()).contains("org.freedesktop.impl.portal.desktop.kde");
    }

    @Test
    void readsTheFirstConfigurationAlone() throws IOException {
        install("gtk", "gnome");
        install("kde", "KDE");
        install("own", "mine");
        environment.put("XDG_CURRENT_DESKTOP", "Mine");
        environment.put("XDG_CONFIG_DIRS", "/one:relative:/two");
        environment.put("XDG_DATA_DIRS", "/usr/share");
        write("usr/share/xdg-desktop-portal/mine-portals.conf", "[preferred]\ndefault=own\n");
        assertThat(find()).contains("org.freedesktop.impl.portal.desktop.own");
        write("two/xdg-desktop-portal/portals.conf", "[preferred]\ndefault=kde\n");
        assertThat(find()).contains("org.freedesktop.impl.portal.desktop.kde");
        write("one/xdg-desktop-portal/portals.conf", "[other]\ndefault=kde\n");
        write("one/xdg-desktop-portal/mine-portals.conf", "[preferred]\ndefault=gtk\n");
        assertThat(find()).contains("org.freedesktop.impl.portal.desktop.gtk");
        write("home/me/.config/xdg-desktop-portal/portals.conf", "[preferred]\ndefault=none\n");
        assertThat(find()).isEmpty();
    }

    @Test
    void looksNowhereElseWhereAFolderIsNamed() throws IOException {
        install("gtk", "gnome");
        write("home/me/.config/xdg-desktop-portal/portals.conf", "[preferred]\ndefault=gtk\n");
        environment.put("XDG_DESKTOP_PORTAL_DIR", "/rig");
        assertThat(find()).isEmpty();
        write("rig/mock.portal", portal("mock", ""));
        write("rig/portals.conf", "[preferred]\ndefault=mock\n");
        assertThat(find()).contains("org.freedesktop.impl.portal.desktop.mock");
    }

    @Test
    void passesOverFilesThatAreHugeCyclicBrokenOrNoFilesAtAll() throws IOException {
        environment.put("XDG_CURRENT_DESKTOP", "gnome");
        write(PORTALS + "huge.portal", portal("huge", "gnome") + "#".repeat(KeyFile.MAX_BYTES));
        write(PORTALS + "broken.portal", portal("broken", "gnome") + "what is this");
        write(PORTALS + "unnamed.portal", portal("no name", "gnome"));
        Files.write(root.resolve(PORTALS + "latin.portal"), new byte[] {'[', 'p', (byte) 0xe9, ']', '\n'});
        Files.createSymbolicLink(root.resolve(PORTALS + "cycle.portal"), root.resolve(PORTALS + "cycle.portal"));
        Files.createDirectory(root.resolve(PORTALS + "folder.portal"));
        Path conf = root.resolve("home/me/.config/xdg-desktop-portal/portals.conf");
        Files.createDirectories(conf.getParent());
        Files.createSymbolicLink(conf, conf);
        assertThat(find()).isEmpty();
        install("gtk", "gnome");
        assertThat(find()).contains("org.freedesktop.impl.portal.desktop.gtk");
    }

    private Optional<String> find() {
        return new PortalBackends(new BaseFolders(environment, root))
                .find(ACCESS)
                .map(BusName::value);
    }

    private void install(String id, String useIn) throws IOException {
        write(PORTALS + id + ".portal", portal(id, useIn));
    }

    private static String portal(String id, String useIn) {
        return """
                [portal]
                DBusName=org.freedesktop.impl.portal.desktop.%s
                Interfaces=org.freedesktop.impl.portal.FileChooser;org.freedesktop.impl.portal.Access;
                UseIn=%s
                """.formatted(id, useIn);
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
