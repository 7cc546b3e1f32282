package org.vitrine.demo.troupe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

final class ReportTest {
    @Test
    void comesBackAsItWas() throws IOException {
        Report report =
                Report.of("shared").with("id", 7L).with("title", "a \"b\"\n").with("fine", true);

        assertThat(Report.parse(report.json(false))).isEqualTo(report);
        assertThat(Report.parse(report.json(true))).isEqualTo(report);
    }

    @Test
    void otherLinesAreNoReports() {
        assertThatThrownBy(() -> Report.parse("hello")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Report.parse("[1]")).isInstanceOf(IOException.class);
    }

    @Test
    void namesWhatIsMissing() {
        assertThatThrownBy(() -> Report.of("shared").number("id")).hasMessageContaining("lacks id");
    }
}
