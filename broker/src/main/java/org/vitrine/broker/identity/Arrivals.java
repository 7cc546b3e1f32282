package org.vitrine.broker.identity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.vitrine.api.dbus.UniqueName;
import org.vitrine.fd.BootClock;
import org.vitrine.wire.Bus;
import org.vitrine.wire.Signal;
import org.vitrine.wire.SignalMatch;
import org.vitrine.wire.Subscription;

/**
 * Remembers when connections appeared on a bus. A process that started later is not the one that connected: its number
 * was used again. Holds a bounded number of connections; of those that it never heard of, or had to forget, it says
 * that they appeared no earlier than they can have. Safe from any thread.
 */
public final class Arrivals {
    private static final int MOST = 16_384;

    private final LongSupplier clockTicks;
    private final int most;
    private final Map<String, Long> ticksByName = new LinkedHashMap<>();
    private long othersTicks = Long.MAX_VALUE;

    Arrivals(LongSupplier clockTicks, int most) {
        this.clockTicks = clockTicks;
        this.most = most;
    }

    /** Follows a bus from now on, unless its driver pins processes, which makes this needless. Does not block. */
    public static Arrivals on(Bus bus) {
        Arrivals arrivals = new Arrivals(BootClock::ticks, MOST);
        Subscription news = bus.onSignal(
                SignalMatch.from("org.freedesktop.DBus").named("NameOwnerChanged"), arrivals::ownerChanged);
        var _ = bus.credentials(bus.uniqueName()).whenComplete((own, _) -> {
            arrivals.begin(); // the driver answers in order, so it tells of every connection from now on
            if (own != null) {
                own.pidFd().ifPresent(_ -> news.close());
                own.close();
            }
        });
        return arrivals;
    }

    /** Counts all connections that there are already as of now. */
    synchronized void begin() {
        othersTicks = clockTicks.getAsLong();
    }

    private void ownerChanged(Signal signal) {
        if (signal.body().size() == 3
                && signal.body().get(0) instanceof String name
                && signal.body().get(2) instanceof String newOwner
                && name.startsWith(":")) {
            ownerChanged(name, newOwner);
        }
    }

    synchronized void ownerChanged(String name, String newOwner) {
        if (newOwner.isEmpty()) {
            ticksByName.remove(name);
            return;
        }
        if (ticksByName.size() >= most) {
            Map.Entry<String, Long> eldest = ticksByName.entrySet().iterator().next();
            othersTicks = Math.max(othersTicks, eldest.getValue());
            ticksByName.remove(eldest.getKey());
        }
        ticksByName.putIfAbsent(name, clockTicks.getAsLong());
    }

    /** Returns the latest time at which a connection can have appeared, in the units of {@link BootClock}. */
    synchronized long latestTicks(UniqueName name) {
        return ticksByName.getOrDefault(name.value(), othersTicks);
    }
}
