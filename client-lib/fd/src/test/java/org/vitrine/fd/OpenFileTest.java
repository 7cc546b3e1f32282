package org.vitrine.fd;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LeakCheck.class)
class OpenFileTest {
    @Test
    void readsNoMoreThanTheLimit(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("info"), "0123456789");
        try (OwnedFd directory = OpenFile.open(folder.toString(), Set.of(OpenFlag.PATH, OpenFlag.DIRECTORY));
                OwnedFd fd = OpenFile.openAt(directory, "info", Set.of(OpenFlag.NO_FOLLOW))) {
            assertThat(OpenFile.read(fd, 4)).isEqualTo("0123".getBytes(UTF_8));
            assertThat(OpenFile.read(fd, 100)).isEqualTo("0123456789".getBytes(UTF_8));
            assertThat(FileStatus.of(fd).type()).isEqualTo(FileType.REGULAR);
            assertThat(FileStatus.of(fd).sizeBytes()).isEqualTo(Files.size(file));
            assertThat(FileStatus.of(fd).uid()).isEqualTo(((Number) Files.getAttribute(file, "unix:uid")).longValue());
        }
    }

    @Test
    void followsNoLinkWhenToldSo(@TempDir Path folder) throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("nowhere"));
        assertThatThrownBy(() -> OpenFile.open(link.toString(), Set.of(OpenFlag.NO_FOLLOW)))
                .hasMessage("openat: ELOOP");
        assertThatThrownBy(() -> OpenFile.open("/etc/passwd", Set.of(OpenFlag.DIRECTORY)))
                .hasMessage("openat: ENOTDIR");
        assertThatThrownBy(() -> OpenFile.open(folder.resolve("none").toString(), Set.of()))
                .hasMessage("openat: ENOENT");
    }
}
