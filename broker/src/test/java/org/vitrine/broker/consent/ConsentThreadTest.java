package org.vitrine.broker.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ConsentThreadTest {
    @Test
    void runsWhatWaitsBeforeItEndsAndNothingLater() {
        List<String> ran = new CopyOnWriteArrayList<>();
        ConsentThread thread = new ConsentThread();
        thread.run(() -> {
            throw new IllegalStateException("a bug");
        });
        thread.run(() -> ran.add("second"));
        thread.after(Duration.ofHours(1), () -> ran.add("alarm"));
        thread.close();
        thread.run(() -> ran.add("late"));
        thread.after(Duration.ZERO, () -> ran.add("late alarm")).cancel();
        assertThat(ran).containsExactly("second");
    }

    @Test
    void ringsWhenATimeHasPassed() {
        try (ConsentThread thread = new ConsentThread()) {
            CompletableFuture<String> rung = new CompletableFuture<>();
            thread.after(Duration.ofMillis(1), () -> rung.complete("rung"));
            assertThat(rung.orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo("rung");
        }
    }
}
