package org.vitrine.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LeakGuardTest {
    private final AtomicInteger releases = new AtomicInteger();

    @Test
    void releasesOnceHoweverOftenItIsClosed() {
        LeakGuard guard = LeakGuard.over(new Object(), releases::incrementAndGet);
        assertThat(guard.isClosed()).isFalse();
        guard.close();
        guard.close();

        assertThat(releases).hasValue(1);
        assertThat(guard.isClosed()).isTrue();
    }

    @Test
    void releasesWhatItsOwnerLost() throws InterruptedException {
        lose();
        Eventually.isTrue(() -> {
            System.gc();
            return releases.get() == 1;
        });
    }

    private void lose() {
        LeakGuard.over(new Object(), releases::incrementAndGet);
    }
}
