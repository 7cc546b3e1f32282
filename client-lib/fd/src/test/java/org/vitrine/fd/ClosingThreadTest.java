package org.vitrine.fd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LeakCheck.class)
class ClosingThreadTest {
    private static final int STUCK = 5;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

    @Test
    void closesWhatItIsGiven() {
        int before = FdLedger.openCount();
        List<BorrowedFd> lent = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            OwnedFd fd = Memfd.create("foreign", 0);
            lent.add(fd.borrow());
            ClosingThread.closeLater(fd);
            assertThat(fd.isOpen()).isFalse();
        }
        await(() -> ClosingThread.pendingCount() == 0);
        assertThat(ClosingThread.pendingCount()).isZero();
        assertThat(FdLedger.openCount()).isEqualTo(before);
        assertThat(lent).noneMatch(BorrowedFd::isOpen);
    }

    @Test
    void closesOthersWhileSomeCloseIsStuck() {
        CountDownLatch hang = new CountDownLatch(1);
        ClosingThread thread = new ClosingThread();
        for (int i = 0; i < STUCK; i++) {
            OwnedFd fd = Memfd.create("hanging", 0);
            thread.take(() -> {
                waitFor(hang);
                fd.close();
            });
        }
        for (int i = 0; i < 100; i++) {
            thread.take(Memfd.create("foreign", 0)::close);
        }
        await(() -> thread.pending() == STUCK);
        assertThat(thread.pending()).isEqualTo(STUCK);
        hang.countDown();
        await(() -> thread.pending() == 0);
        assertThat(thread.pending()).isZero();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void await(BooleanSupplier condition) {
        long deadlineNanos = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean() && System.nanoTime() < deadlineNanos) {
            Thread.onSpinWait();
        }
    }
}
