package org.vitrine.broker.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.api.error.VitrineException;

class GroupFileTest {
    @TempDir
    private Path folder = Path.of("/");

    @Test
    void findsAGroupByNameOrNumber() throws IOException {
        GroupFile file = write("root:x:0:\nbroken\nvideo:x:44:a,b\n");
        assertThat(file.gid("video")).isEqualTo(44);
        assertThat(file.gid("0")).isZero();
        assertThat(file.gid("4711")).isEqualTo(4711);
    }

    @Test
    void saysThatThereIsNoSuchGroup() throws IOException {
        GroupFile file = write("video:x:-1:\nrender:x:99999999999:\n");
        for (String name : new String[] {"video", "render", "vide", "-1", ""}) {
            assertThatExceptionOfType(VitrineException.class)
                    .isThrownBy(() -> file.gid(name))
                    .withMessageContaining("no such group");
        }
    }

    private GroupFile write(String text) throws IOException {
        return new GroupFile(Files.writeString(folder.resolve("group"), text));
    }
}
