package org.vitrine.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WatchdogTest {
    private long nowNanos;
    private int asked;
    private int lost;
    private final Watchdog watchdog = new Watchdog(BusTimeouts.DEFAULTS, () -> asked++, () -> lost++, () -> nowNanos);

    @Test
    void asksOnceAfterASilence() {
        pass(1.9);
        assertThat(asked).isZero();
        pass(0.2);
        pass(1);
        assertThat(asked).isEqualTo(1);
        assertThat(lost).isZero();
    }

    @Test
    void givesUpWhenNoSignOfLifeComes() {
        pass(2);
        pass(4.9);
        assertThat(lost).isZero();
        pass(0.2);
        assertThat(lost).isEqualTo(1);
    }

    @Test
    void anyMessageIsASignOfLife() {
        pass(2);
        watchdog.heard();
        pass(6);
        assertThat(lost).isZero();
        pass(2);
        assertThat(asked).isEqualTo(2);
    }

    private void pass(double seconds) {
        nowNanos += Duration.ofMillis((long) (seconds * 1000)).toNanos();
        watchdog.tick();
    }
}
