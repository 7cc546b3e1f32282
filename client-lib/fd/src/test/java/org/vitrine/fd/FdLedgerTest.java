package org.vitrine.fd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Makes the mistakes that {@link LeakCheck} would fail a test for. */
class FdLedgerTest {
    private static final int F_DUPFD = 0;
    private static final int NUMBER_NOBODY_ELSE_GETS = 700;

    @BeforeEach
    void countMistakes() {
        FdLedger.beStrict(false);
    }

    @AfterEach
    void forget() {
        FdLedger.beStrict(false);
        FdLedger.trackOrigins(false);
    }

    @Test
    void countsASecondCloseAndThrowsWhenStrict() {
        OwnedFd fd = Memfd.create("twice", 0);
        fd.close();
        long before = FdLedger.closedTwiceCount();
        fd.close();
        assertThat(FdLedger.closedTwiceCount()).isEqualTo(before + 1);
        FdLedger.beStrict(true);
        assertThatThrownBy(fd::close).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void noticesThatAStrangerClosedTheNumber() {
        long before = FdLedger.closedByStrangersCount();
        try (OwnedFd low = Memfd.create("robbed", 0)) {
            int number = DescriptorCalls.fcntl(RawFds.numberOf(low), F_DUPFD, NUMBER_NOBODY_ELSE_GETS);
            OwnedFd robbed = RawFds.adopt(number);
            assertThat(DescriptorCalls.close(number)).isZero();
            robbed.close();
        }
        assertThat(FdLedger.closedByStrangersCount()).isEqualTo(before + 1);
    }

    @Test
    void tellsWhereAnOpenDescriptorWasMade() {
        FdLedger.trackOrigins(true);
        int before = FdLedger.origins().size();
        try (OwnedFd fd = Memfd.create("tracked", 0)) {
            assertThat(fd.isOpen()).isTrue();
            assertThat(FdLedger.origins())
                    .hasSize(before + 1)
                    .last()
                    .satisfies(origin -> assertThat(origin.getStackTrace())
                            .anyMatch(frame -> frame.getClassName().equals(FdLedgerTest.class.getName())));
        }
        assertThat(FdLedger.origins()).hasSize(before);
    }
}
