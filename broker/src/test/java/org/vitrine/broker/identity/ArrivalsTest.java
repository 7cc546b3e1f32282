package org.vitrine.broker.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.vitrine.api.dbus.UniqueName;

class ArrivalsTest {
    private final AtomicLong clock = new AtomicLong(100);
    private final Arrivals arrivals = new Arrivals(clock::get, 2);

    @Test
    void remembersWhenAConnectionAppeared() {
        arrivals.begin();
        appears(":1.1", 110);
        appears(":1.2", 120);
        clock.set(500);
        assertThat(arrivals.latestTicks(new UniqueName(":1.1"))).isEqualTo(110);
        assertThat(arrivals.latestTicks(new UniqueName(":1.2"))).isEqualTo(120);
    }

    @Test
    void countsOlderConnectionsAsOfItsBeginning() {
        assertThat(arrivals.latestTicks(new UniqueName(":1.1"))).isEqualTo(Long.MAX_VALUE);
        arrivals.begin();
        clock.set(500);
        assertThat(arrivals.latestTicks(new UniqueName(":1.1"))).isEqualTo(100);
    }

    @Test
    void believesTheFirstNewsOfAConnection() {
        appears(":1.1", 110);
        appears(":1.1", 400);
        assertThat(arrivals.latestTicks(new UniqueName(":1.1"))).isEqualTo(110);
    }

    @Test
    void forgetsConnectionsThatAreGone() {
        arrivals.begin();
        for (int i = 0; i < 10_000; i++) {
            appears(":1." + i, 110 + i);
            arrivals.ownerChanged(":1." + i, "");
        }
        assertThat(arrivals.latestTicks(new UniqueName(":1.5"))).isEqualTo(100);
    }

    /** Else a flood of connections would lock out those that were there before. */
    @Test
    void doubtsNobodyBecauseItHadToForget() {
        arrivals.begin();
        appears(":1.1", 110);
        appears(":1.2", 120);
        appears(":1.3", 130);
        assertThat(arrivals.latestTicks(new UniqueName(":1.1"))).isEqualTo(110);
        appears(":1.4", 140);
        assertThat(arrivals.latestTicks(new UniqueName(":1.1"))).isEqualTo(120);
        assertThat(arrivals.latestTicks(new UniqueName(":1.3"))).isEqualTo(130);
    }

    private void appears(String name, long ticks) {
        clock.set(ticks);
        arrivals.ownerChanged(name, name);
    }
}
