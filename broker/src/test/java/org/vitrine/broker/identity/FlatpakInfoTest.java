package org.vitrine.broker.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.fd.LeakCheck;
import org.vitrine.fd.OpenFile;
import org.vitrine.fd.OpenFlag;
import org.vitrine.fd.OwnedFd;
import org.vitrine.policy.Manifest;

@ExtendWith(LeakCheck.class)
class FlatpakInfoTest {
    private static final String INFO = """
            [Application]
            name=org.example.App
            runtime=runtime/org.example.Platform/x86_64/1

            [Instance]
            instance-id=4711
            app-path=/var/lib/flatpak/app

            # a comment
            [Policy Vitrine]
            read=org.example.*;!org.example.Secret;
            write=org.example.Board\\;x
            """;

    @TempDir
    private Path root = Path.of("/");

    @Test
    void readsApplicationInstanceAndManifest() throws IOException {
        Files.writeString(root.resolve(".flatpak-info"), INFO);
        assertThat(read(root))
                .contains(new FlatpakInfo(
                        "org.example.App",
                        "4711",
                        Manifest.of(Map.of(
                                "read", List.of("org.example.*", "!org.example.Secret"),
                                "write", List.of("org.example.Board;x")))));
    }

    @Test
    void findsNoneWhereThereIsNone() throws IOException {
        assertThat(read(root)).isEmpty();
    }

    @Test
    void neverTakesARootThatItCanNotOpenForAHost() {
        ProcessFiles nothing = new ProcessFiles(root);
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> nothing.root(1));
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
                "[Application]\nname=org.example.App x\n",
                "[Application]\nname= org.example.App\n",
                "[Application]\nname[de]=org.example.App\n"
            })
    void refusesWhatNamesNoApplication(String info) {
        refusesToParse(info);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name=org.example.Evil\n", // the same key again
                "[Application]\n", // the same group again
                "[Policy Vitrine]\n[Policy Vitrine]\nread=*\n",
                "[Policy Vitrine]\nread=org.example.A\nread=*\n",
                "[Policy Vitrine]\n read=*\n",
                "[Policy Vitrine]\nread =*\n",
                "[Policy Vitrine]\nread=\\x\n",
                "[Policy Vitrine]\nread=\\\n",
                "[Policy Vitrine]\nread\n",
                "[Policy Vitrine]\nread=*\r\n",
                "[Policy Vitrine] \n",
                "[Policy Vitrine\n",
                "[[Policy Vitrine]]\n",
                "[Instance]\ninstance-id=../1\n",
                "[Other]\nkey=a\0b\n",
                " \n"
            })
    void refusesWhatTwoReadersCouldUnderstandDifferently(String more) {
        assertThatNoException().isThrownBy(() -> FlatpakInfo.parse(bytes("[Application]\nname=org.example.App\n")));
        refusesToParse("[Application]\nname=org.example.App\n" + more);
    }

    @Test
    void refusesAnotherEncoding() {
        byte[] latin = "[Application]\nname=org.example.App\n[x]\ny=\u00e4\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> FlatpakInfo.parse(latin));
        byte[] wide = INFO.getBytes(StandardCharsets.UTF_16);
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> FlatpakInfo.parse(wide));
    }

    @Test
    void readsALineAsLongAsTheFileMayBe() throws IOException {
        String start = "[Application]\nname=org.example.App\n[Policy Vitrine]\nread=";
        String full = start + "a;".repeat((FlatpakInfo.MAX_BYTES - start.length()) / 2);
        assertThat(FlatpakInfo.parse(bytes(full)).applicationId()).isEqualTo("org.example.App");
        refusesToParse(full + "ab");
    }

    private static void refusesToParse(String info) {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> FlatpakInfo.parse(bytes(info)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<FlatpakInfo> read(Path root) throws IOException {
        try (OwnedFd directory = OpenFile.open(root.toString(), EnumSet.of(OpenFlag.PATH, OpenFlag.DIRECTORY))) {
            return FlatpakInfo.read(directory);
        }
    }

    private static void refuses(Path root) {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> read(root));
    }
}
