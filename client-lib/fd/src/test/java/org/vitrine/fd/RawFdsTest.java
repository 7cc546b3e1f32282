package org.vitrine.fd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LeakCheck.class)
class RawFdsTest {
    @Test
    void givesADescriptorUpAndTakesItBack() {
        OwnedFd memfd = Memfd.create("for-a-driver", 1);
        BorrowedFd borrowed = memfd.borrow();
        int openBefore = FdLedger.openCount();
        int number = RawFds.release(memfd);
        assertThat(FdLedger.openCount()).isEqualTo(openBefore - 1);
        assertThat(memfd.isOpen()).isFalse();
        assertThatThrownBy(borrowed::dup).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> RawFds.release(memfd)).isInstanceOf(IllegalStateException.class);
        try (OwnedFd back = RawFds.adopt(number)) {
            assertThat(FileStatus.of(back).sizeBytes()).isOne();
        }
    }

    @Test
    void closesWhatItCanNotGiveUpBecauseACallIsUsingIt() {
        OwnedFd memfd = Memfd.create("in-use", 1);
        Descriptor descriptor = memfd.descriptor();
        descriptor.enter();
        assertThatThrownBy(() -> RawFds.release(memfd)).isInstanceOf(IllegalStateException.class);
        assertThat(memfd.isOpen()).isFalse();
        descriptor.leave();
    }
}
