package org.vitrine.broker.grants.table;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.wire.Bus;
import org.vitrine.wire.BusOptions;
import org.vitrine.wire.message.MessageLimits;

/**
 * Chooses where permissions are kept. Nothing is opened, connected or read before a table is first called, so that it
 * costs a start nothing.
 */
public final class PermissionTables {
    /** The name of the table in the desktop's permission store. */
    public static final String TABLE = "vitrine";

    private static final Logger LOG = LoggerFactory.getLogger(PermissionTables.class);
    static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final int LIST_BYTES = 16 << 20; // the store lists all objects in one message

    private PermissionTables() {}

    /**
     * Keeps permissions in the desktop's permission store where the bus has one or can start one, else in a file.
     * Closing the table closes all that it opened; that blocks for some seconds at most.
     *
     * @param busAddress of a session bus; the table has a connection of its own there, for longer messages
     * @param file such as {@code ~/.local/state/vitrine/grants.db}
     */
    public static PermissionTable ofDesktop(String busAddress, Path file) {
        AtomicReference<@Nullable LateTable> late = new AtomicReference<>();
        LateTable table = new LateTable(() -> inBackground(() -> choose(busAddress, file, () -> {
            LateTable lost = late.get();
            if (lost != null) {
                lost.lost();
            }
        })));
        late.set(table);
        return table;
    }

    /** Keeps permissions in a file. */
    public static PermissionTable ofFile(Path file) {
        return new EmbeddedPermissionTable(file, InstantSource.system());
    }

    private static LateTable.Opened choose(String busAddress, Path file, Runnable whenLost) {
        Bus bus = Bus.connect(busAddress, BusOptions.named("grants").withMessages(longMessages()));
        boolean there = false;
        try {
            there = new BusDriver(bus, TIMEOUT)
                    .isThere(DesktopStore.NAME)
                    .toCompletableFuture()
                    .join(); // the calls have a timeout
        } finally {
            if (!there) {
                bus.close();
            }
        }
        if (!there) {
            LOG.info("This bus has no permission store: what users allow is kept in {}", file);
            PermissionTable table = ofFile(file);
            return new LateTable.Opened(table, table::close);
        }
        var _ = bus.lost().thenRun(whenLost);
        PermissionTable table = new DesktopPermissionTable(bus, TABLE, TIMEOUT);
        return new LateTable.Opened(table, () -> {
            table.close();
            bus.close();
        });
    }

    private static MessageLimits longMessages() {
        MessageLimits usual = MessageLimits.DEFAULTS;
        return new MessageLimits(
                LIST_BYTES, usual.headerBytes(), usual.stringBytes(), usual.variantDepth(), usual.fds());
    }

    /** Connecting blocks. */
    private static CompletionStage<LateTable.Opened> inBackground(Supplier<LateTable.Opened> opening) {
        return CompletableFuture.supplyAsync(
                opening,
                task -> Thread.ofPlatform().daemon().name("vitrine-grants-open").start(task));
    }
}
