package org.vitrine.broker.consent.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppNamesTest {
    @TempDir
    private Path root;

    @Test
    void findsTheNameOfAnInstalledApplication() throws IOException {
        write("data/applications/org.example.Viewer.desktop", "Name=Viewer\nName[de]=Betrachter\n");
        write("data/applications/org.example.Nameless.desktop", "Exec=true\n");
        AppNames names = new AppNames(new BaseFolders(Map.of("XDG_DATA_DIRS", "/data"), root));
        assertThat(names.of("org.example.Viewer")).contains("Viewer");
        assertThat(names.of("org.example.Nameless")).isEmpty();
        assertThat(names.of("org.example.Missing")).isEmpty();
        assertThat(names.of("")).isEmpty();
    }

    @Test
    void looksNowhereElseForAnIdThatIsAPath() throws IOException {
        write("secret.desktop", "Name=Secret\n");
        AppNames names = new AppNames(new BaseFolders(Map.of("XDG_DATA_DIRS", "/data"), root));
        assertThat(names.of("../../secret")).isEmpty();
        assertThat(names.of("nul\0nul")).isEmpty();
    }

    private void write(String file, String lines) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "[Desktop Entry]\n" + lines);
    }
}
