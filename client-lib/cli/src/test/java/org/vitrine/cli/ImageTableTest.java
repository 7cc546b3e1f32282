package org.vitrine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ImageTableTest {
    @Test
    void alignsColumnsAndSaysWhatIsMissing() {
        List<String> lines =
                ImageTable.lines(List.of(Images.ready(3, "Schöne Aussicht"), Images.withoutBuffers(12)), false);

        assertThat(lines)
                .containsExactly(
                        "ID  TITLE                 SIZE  FORMAT            FRAMES  VIEWERS  PRODUCER     TAGS",
                        " 3  Schöne Aussicht    640×480  XRGB8888:LINEAR       17        2  org.example  a,b",
                        "12  later            1920×1080  (no buffers yet)       0        0  -            -");
    }

    @Test
    void usesColourOnlyIfAskedTo() {
        assertThat(ImageTable.lines(List.of(), false).getFirst()).doesNotContain("\u001b");
        assertThat(ImageTable.lines(List.of(), true).getFirst()).contains("\u001b[1m");
    }

    @Test
    void titlesCannotSteerTheTerminal() {
        String hostile = "a\u001b[2Jb\u202Ec\nd";

        assertThat(ImageTable.lines(List.of(Images.ready(1, hostile)), false).get(1))
                .contains("a\uFFFD[2Jb\uFFFDc\uFFFDd");
    }
}
