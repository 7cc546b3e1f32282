package org.vitrine.broker.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ThreadsTest {
    @Test
    void doesAgainWhatFailed() throws InterruptedException {
        CountDownLatch runs = new CountDownLatch(2);
        try (Threads threads = new Threads()) {
            threads.every(Duration.ofMillis(1), () -> {
                runs.countDown();
                throw new IllegalStateException("a test's failure");
            });
            assertThat(runs.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }
}
