package org.vitrine.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.vitrine.demo.troupe.Report;

final class OutcomeTest {
    private static final int NUMBER = 4711;

    @Test
    void acceptsOneMemorySeenFromBothEnds() {
        Outcome outcome = outcome(NUMBER, 33, 0);

        assertThat(outcome.bytesCopied()).isZero();
        assertThatCode(outcome::requireRight).doesNotThrowAnyException();
    }

    @Test
    void aConsumerThatMissesTheNumberHasACopy() {
        Outcome outcome = outcome(0, 33, 0);

        assertThat(outcome.bytesCopied()).isEqualTo(1920 * 1080 * 4);
        assertThatThrownBy(outcome::requireRight).hasMessageContaining("copy");
    }

    @Test
    void otherMemoryAndWrongPixelsAreFaults() {
        assertThatThrownBy(outcome(NUMBER, 34, 0)::requireRight).hasMessageContaining("different memory");
        assertThatThrownBy(outcome(NUMBER, 33, 1)::requireRight).hasMessageContaining("wrong pixels");
        assertThatThrownBy(outcome(NUMBER, 33, 0, "udmabuf")::requireRight).hasMessageContaining("exporters");
    }

    private static Outcome outcome(int seen, long consumerInode, long wrongPixels) {
        return outcome(seen, consumerInode, wrongPixels, "");
    }

    private static Outcome outcome(int seen, long consumerInode, long wrongPixels, String exporter) {
        Report shared = Report.of("shared")
                .with("inode1", 33)
                .with("exp_name", "")
                .with("made_by", "memfd")
                .with("seals", "SHRINK");
        Report first = Report.of("first")
                .with("format", "XRGB8888:LINEAR")
                .with("width", 1920)
                .with("height", 1080)
                .with("planes", 1)
                .with("buffers", 3)
                .with("storage", "sealed memfd")
                .with("exp_name", exporter)
                .with("first_frame_ms", 5);
        Report watched = Report.of("watched")
                .with("frames_seen", 10)
                .with("frames_right", 9)
                .with("frames_overtaken", 1)
                .with("frames_skipped", 0);
        Report finished = Report.of("finished")
                .with("frame", 12)
                .with("index", 1)
                .with("inode", consumerInode)
                .with("wrong_pixels", wrongPixels)
                .with("marker", seen);
        return new Outcome(shared, first, watched, finished, NUMBER);
    }
}
