package org.vitrine.checks.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vitrine.fd.NeedsTestVm;

/** T10, T17, T18, T41: real dma-bufs that are not what is said of them. */
@NeedsTestVm
class FalseDmaBufsVmIT {
    private static final int CASES_OF_EACH_EXPORTER = 250;
    private static final String SEED = "41";

    @RegisterExtension
    static final Siege SIEGE = Siege.ofBroker("-XX:TieredStopAtLevel=1"); // as the test machine wants it

    @Test
    void takesLayoutsThatEndWithinADmaBufAndNoOthers() {
        Figures figures = SIEGE.attack("T17, T41", "short_dmabufs.py", "" + CASES_OF_EACH_EXPORTER, SEED);

        assertThat(figures.text("wrong")).isEqualTo("[]");
        assertThat(figures.sent()).isEqualTo(figures.number("exporters") * CASES_OF_EACH_EXPORTER);
        assertThat(figures.answered()).isEqualTo(figures.sent());
        assertThat(figures.number("fitting"))
                .as("both outcomes are tried")
                .isBetween(figures.sent() / 5, figures.sent() * 4 / 5);
    }

    @Test
    void believesNoFalseFormatNorNameAndPassesModifiersOn() {
        Figures figures = SIEGE.attack("T18, T41", "false_dmabufs.py");

        assertThat(figures.text("wrong")).isEqualTo("[]");
        assertThat(figures.answered()).isEqualTo(figures.sent()).isGreaterThan(100);
        assertThat(figures.text("written_though_read_only"))
                .as("why no dma-buf is said to be read-only")
                .isEqualTo("virtio_gpu,drm");
    }
}
