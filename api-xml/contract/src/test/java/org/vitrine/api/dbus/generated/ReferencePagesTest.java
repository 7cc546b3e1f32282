package org.vitrine.api.dbus.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrine.api.error.ErrorName;

/**
 * The pages in {@code docs/api} are what the build generates from the XML. Runs in the module's folder, as Maven does.
 */
class ReferencePagesTest {
    private static final Path GENERATED = Path.of("target", "api-pages");
    private static final Path KEPT = Path.of("..", "..", "docs", "api");

    @Test
    void areCurrent() throws IOException {
        assertThat(pages(KEPT))
                .as("docs/api is out of date, run: ./mvnw -pl api-xml/contract -am compile -Dapi.pages=$PWD/docs/api")
                .isEqualTo(pages(GENERATED));
    }

    @ParameterizedTest
    @EnumSource
    void documentEveryError(ErrorName name) throws IOException {
        assertThat(Files.readString(KEPT.resolve("errors.md"))).contains("`" + name.dbusName() + "` | ");
    }

    private static Map<String, String> pages(Path folder) throws IOException {
        Map<String, String> pages = new TreeMap<>();
        try (var files = Files.newDirectoryStream(folder, "*.md")) {
            for (Path file : files) {
                pages.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return pages;
    }
}
