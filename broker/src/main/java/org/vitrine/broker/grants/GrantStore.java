package org.vitrine.broker.grants;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.broker.grants.table.PermissionTable;

/** Runs {@link StoredGrants} with the thread that it needs, and owns its table. */
public final class GrantStore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GrantStore.class);
    private static final Duration SWEEP = Duration.ofMinutes(1);

    private final PermissionTable table;
    private final ScheduledThreadPoolExecutor thread;
    private final StoredGrants grants;

    private GrantStore(PermissionTable table, ScheduledThreadPoolExecutor thread, StoredGrants grants) {
        this.table = table;
        this.thread = thread;
        this.grants = grants;
    }

    /** Starts; reads nothing, does not block. The table is closed with it. */
    public static GrantStore start(PermissionTable table, GrantSettings settings) {
        ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("vitrine-grants").factory());
        StoredGrants grants = new StoredGrants(table, settings, InstantSource.system(), thread);
        GrantStore store = new GrantStore(table, thread, grants);
        long periodMs = SWEEP.toMillis();
        var _ = thread.scheduleWithFixedDelay(store::sweep, periodMs, periodMs, TimeUnit.MILLISECONDS);
        return store;
    }

    private void sweep() {
        try {
            grants.sweep();
        } catch (RuntimeException e) {
            LOG.error("What is remembered could not be looked through", e);
        }
    }

    /** Returns what it runs. */
    public Grants grants() {
        return grants;
    }

    /** Ends it. Blocks for some seconds at most. */
    @Override
    public void close() {
        table.close();
        thread.shutdownNow();
    }
}
