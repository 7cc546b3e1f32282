package org.vitrine.generator.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.generator.Samples;

class JavaWriterTest {
    @TempDir
    Path folder;

    @Test
    void writesTheSampleAsItWasReviewed() {
        Map<String, String> files = JavaWriter.write(new Samples(folder).contract());

        assertThat(files).containsOnlyKeys("package-info.java", "Sample1.java", "Contract.java");
        assertThat(files.get("Sample1.java")).isEqualTo(Samples.resource("Sample1.java"));
    }

    @Test
    void keepsMembersAndArgumentsFromCollidingWithJava() {
        assertThat(JavaNames.identifier("class")).isEqualTo("class_");
        assertThat(JavaNames.identifier("Notify")).isEqualTo("notify_");
        assertThat(JavaNames.identifier("path")).isEqualTo("path_");
        assertThat(JavaNames.identifier("restore_token")).isEqualTo("restoreToken");
        assertThat(JavaNames.constant("OpenImage")).isEqualTo("OPEN_IMAGE");
    }
}
