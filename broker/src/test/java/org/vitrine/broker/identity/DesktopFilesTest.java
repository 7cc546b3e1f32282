package org.vitrine.broker.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.fd.LeakCheck;

@ExtendWith(LeakCheck.class)
class DesktopFilesTest {
    private static final String ID = "org.example.App";
    private static final String PLAIN = "[Desktop Entry]\nName=App\nExec=app\n";

    @TempDir
    private Path folder = Path.of("/");

    private Path home = folder;
    private Path system = folder;
    private Path exports = folder;
    private DesktopFiles files = new DesktopFiles(List.of(), List.of());

    @BeforeEach
    void makeFolders() throws IOException {
        home = Files.createDirectory(folder.resolve("home"));
        system = Files.createDirectory(folder.resolve("system"));
        exports = Files.createDirectory(folder.resolve("exports"));
        files = new DesktopFiles(List.of(home, system), List.of(exports));
    }

    @Test
    void knowsAnInstalledApplication() throws IOException {
        assertThat(files.holdUnsandboxed(ID)).isFalse();
        Files.writeString(system.resolve(ID + ".desktop"), PLAIN);
        assertThat(files.holdUnsandboxed(ID)).isTrue();
    }

    @Test
    void givesNoUnsandboxedProgramTheIdOfASandboxedOne() throws IOException {
        Files.writeString(system.resolve(ID + ".desktop"), PLAIN);
        Files.writeString(exports.resolve(ID + ".desktop"), PLAIN);
        assertThat(files.holdUnsandboxed(ID)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Flatpak=org.example.App\n", "X-SnapInstanceName=app\n"})
    void recognizesSandboxedApplicationsWhereverTheyAre(String mark) throws IOException {
        Files.writeString(home.resolve(ID + ".desktop"), PLAIN);
        Files.writeString(system.resolve(ID + ".desktop"), PLAIN + mark);
        assertThat(files.holdUnsandboxed(ID)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "../system/org.example.App", "a/b", "a\nb", "a\0b", ".hidden", "snap.app"})
    void refusesIdsThatAreNone(String id) throws IOException {
        Files.writeString(system.resolve(ID + ".desktop"), PLAIN);
        Files.writeString(system.resolve("snap.app.desktop"), PLAIN);
        Files.writeString(system.resolve(".hidden.desktop"), PLAIN);
        assertThat(files.holdUnsandboxed(id)).isFalse();
    }

    @Test
    void refusesIdsTooLongForAFile() {
        assertThat(files.holdUnsandboxed("a".repeat(300))).isFalse();
    }

    @Test
    void waitsForNoFifoAndReadsNoDirectory() throws Exception {
        Files.createDirectory(system.resolve(ID + ".desktop"));
        new ProcessBuilder("mkfifo", home.resolve(ID + ".desktop").toString())
                .start()
                .waitFor();
        assertThat(files.holdUnsandboxed(ID)).isFalse();
    }

    @Test
    void looksWhereTheStandardsSay() {
        assertThat(DesktopFiles.ofEnvironment(Map.of("HOME", "/h", "XDG_DATA_DIRS", "relative:/d"))
                        .folders())
                .containsExactly(Path.of("/h/.local/share/applications"), Path.of("/d/applications"));
        assertThat(DesktopFiles.ofEnvironment(Map.of("XDG_DATA_HOME", "/x")).folders())
                .containsExactly(
                        Path.of("/x/applications"),
                        Path.of("/usr/local/share/applications"),
                        Path.of("/usr/share/applications"));
    }
}
