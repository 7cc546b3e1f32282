package org.vitrine.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    @TempDir
    Path folder;

    private Path pages;
    private String[] arguments = {};

    @BeforeEach
    void writeTheSample() throws IOException {
        Path xml = Files.createDirectory(folder.resolve("xml"));
        Files.writeString(xml.resolve("door.xml"), Samples.resource("door.xml"));
        Path errors = folder.resolve("ErrorName.java");
        Files.writeString(errors, Samples.resource("ErrorName.java"));
        pages = folder.resolve("pages");
        arguments = new String[] {
            xml.toString(), errors.toString(), folder.resolve("java").toString(), pages.toString()
        };
    }

    @Test
    void writesJavaAndPages() throws IOException {
        Main.main(arguments);

        assertThat(folder.resolve("java/org/vitrine/api/dbus/generated/Sample1.java"))
                .isRegularFile();
        assertThat(pages.resolve("README.md")).isRegularFile();
    }

    @Test
    void leavesUnchangedFilesAlone() throws IOException {
        Main.main(arguments);
        Path page = pages.resolve("README.md");
        Files.setLastModifiedTime(page, FileTime.fromMillis(0));
        Main.main(arguments);

        assertThat(Files.getLastModifiedTime(page)).isEqualTo(FileTime.fromMillis(0));
    }

    @Test
    void deletesWhatIsNoLongerGeneratedAndNothingElse() throws IOException {
        Files.createDirectory(pages);
        Files.writeString(pages.resolve("stale.md"), "<!-- Generated from the contract's XML. -->");
        Files.writeString(pages.resolve("own.md"), "By hand.");
        Main.main(arguments);

        assertThat(pages.resolve("stale.md")).doesNotExist();
        assertThat(pages.resolve("own.md")).exists();
    }

    @Test
    void needsAllArguments() {
        assertThatIllegalArgumentException().isThrownBy(() -> Main.main(new String[] {"xml"}));
    }
}
