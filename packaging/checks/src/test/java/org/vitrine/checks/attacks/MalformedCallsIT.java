package org.vitrine.checks.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** T1, T2 and bad input: what does not fit the contract is answered with an error, and changes nothing. */
class MalformedCallsIT {
    private static final long HEAP_GROWTH_BYTES_MAX = 2 << 20;

    @RegisterExtension
    static final Siege SIEGE = Siege.ofBroker();

    @Test
    void answersCallsThatCarryDescriptorsNobodyTakes() {
        long heapBefore = SIEGE.stage().broker().liveHeapBytes();

        Figures figures = SIEGE.attack("T1", "misaddressed.py", "10000");

        assertThat(figures.answered()).isEqualTo(figures.sent()).isEqualTo(10_000);
        assertThat(SIEGE.stage().broker().liveHeapBytes() - heapBefore).isLessThan(HEAP_GROWTH_BYTES_MAX);
    }

    @Test
    void answersIndexesThatNameNoDescriptorWithInvalidArgs() {
        Figures figures = SIEGE.attack("T2", "indexes.py", "1000");

        assertThat(figures.sent()).isEqualTo(5_000);
        assertThat(figures.number("invalid_args")).as(figures::remarks).isEqualTo(figures.sent());
    }

    @Test
    void refusesEveryLieByItsName() {
        Figures figures = SIEGE.attack("bad input", "lying.py");

        assertThat(figures.text("wrong")).isEqualTo("[]");
        assertThat(figures.number("changed")).isZero();
        assertThat(figures.answered()).isEqualTo(figures.sent());
    }

    @Test
    void losesTheBusToNobodyWhoSendsOrWantsSeventeenDescriptors() {
        Figures figures = SIEGE.attack("T35", "seventeen.py");

        assertThat(figures.number("thrown_out")).isEqualTo(1);
        assertThat(figures.number("descriptors")).isEqualTo(32);
        assertThat(figures.number("largest_page")).isLessThanOrEqualTo(figures.number("limit"));
    }

    @Test
    void tellsClientsWithoutDescriptorPassingThatItIsNotSupported() {
        Figures figures = SIEGE.attack("no fds", "without_descriptors.py");

        assertThat(figures.text("errors"))
                .isEqualTo("['org.freedesktop.DBus.Error.NotSupported', 'done',"
                        + " 'org.freedesktop.DBus.Error.NotSupported', 'done']");
        assertThat(figures.number("width")).isEqualTo(64);
    }

    @Test
    void answersGuessesOfForeignPathsLikeUnknownOnes() {
        Figures figures = SIEGE.attack("T25", "guessing.py", "100000");

        assertThat(figures.answered()).isEqualTo(figures.sent()).isEqualTo(100_000);
        assertThat(figures.text("differences")).isEqualTo("[]");
        assertThat(figures.number("successes")).isZero();
        assertThat(figures.number("victim_lives")).isEqualTo(1);
    }
}
