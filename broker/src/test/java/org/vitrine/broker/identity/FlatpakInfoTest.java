package org.vitrine.broker.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.fd.LeakCheck;

@ExtendWith(LeakCheck.class)
class FlatpakInfoTest {
    private static final String INFO = "[Application]\nname=org.example.App\nruntime=x\n\n[Instance]\nname=no\n";

    @TempDir
    private Path root = Path.of("/");

    @Test
    void readsTheApplicationId() throws IOException {
        Files.writeString(root.resolve(".flatpak-info"), INFO);
        assertThat(FlatpakInfo.applicationId(FlatpakInfo.read(root).orElseThrow()))
                .isEqualTo("org.example.App");
    }

    @Test
    void findsNoneWhereThereIsNone() throws IOException {
        assertThat(FlatpakInfo.read(root)).isEmpty();
    }

    @Test
    void neverTakesARootThatItCanNotOpenForAHost() {
        refuses(root.resolve("missing"));
    }

    @Test
    void refusesADirectory() throws IOException {
        Files.createDirectory(root.resolve(".flatpak-info"));
        refuses(root);
    }

    @Test
    void refusesASymbolicLink() throws IOException {
        Files.writeString(root.resolve("real"), INFO);
        Files.createSymbolicLink(root.resolve(".flatpak-info"), root.resolve("real"));
        refuses(root);
    }

    @Test
    void refusesAFifoWithoutWaitingForIt() throws Exception {
        new ProcessBuilder("mkfifo", root.resolve(".flatpak-info").toString())
                .start()
                .waitFor();
        refuses(root);
    }

    @Test
    void refusesAHugeFile() throws IOException {
        Files.write(root.resolve(".flatpak-info"), new byte[FlatpakInfo.MAX_BYTES + 1]);
        refuses(root);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[Instance]\nname=org.example.App\n",
                "[Application]\nname=noDots\n",
                "[Application]\nname=../../etc\n",
                "[Application]\nname=org.example.App x\n"
            })
    void refusesWhatNamesNoApplication(String info) {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> FlatpakInfo.applicationId(info));
    }

    private static void refuses(Path root) {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> FlatpakInfo.read(root));
    }
}
