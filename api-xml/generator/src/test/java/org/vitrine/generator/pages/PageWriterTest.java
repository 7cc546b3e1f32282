package org.vitrine.generator.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.generator.Samples;

class PageWriterTest {
    @TempDir
    Path folder;

    @Test
    void writesTheSampleAsItWasReviewed() {
        Map<String, String> pages = PageWriter.write(new Samples(folder).contract());

        assertThat(pages).containsOnlyKeys("README.md", "org.example.Sample1.md", "errors.md");
        assertThat(pages.get("org.example.Sample1.md")).isEqualTo(Samples.resource("Sample1.md"));
    }

    @Test
    void listsErrorsAndInterfaces() {
        Map<String, String> pages = PageWriter.write(new Samples(folder).contract());

        assertThat(pages.get("errors.md"))
                .contains("| `LIMITS` | `org.example.Limits` | It is too much, for now. | limit | yes |");
        assertThat(pages.get("README.md"))
                .contains(
                        "## `/org/example` (door.xml)", "[org.example.Sample1](org.example.Sample1.md) | Try things.");
    }
}
