package org.vitrine.broker.rules;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.api.error.VitrineException;
import org.vitrine.fd.SystemCallException;

/**
 * Renews the rules whenever a rule file comes, changes or goes. Uses one daemon thread.
 *
 * <p>What changes after {@link #over} is noticed even if it does so before {@link #start}. So: watch, read, start.
 */
public final class RuleWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RuleWatch.class);

    /** An editor's work on one file is over when nothing happened for so long. */
    private static final Duration QUIET = Duration.ofMillis(200);

    /** Where something happens all the time, rules are read nevertheless. */
    private static final int MOST_WAITS = 10;

    /** Where the system has no watches or descriptors left, files are looked at so often. */
    private static final Duration LOOK = Duration.ofSeconds(2);

    private static final Duration FOREVER = Duration.ofDays(1);
    private static final Duration END = Duration.ofSeconds(5);

    private final RuleFiles files;
    private final WatchedFolders folders;
    private RuleStamp last;
    private boolean retry;
    private final Thread thread;
    private @Nullable RuleRenewal renewal;

    private RuleWatch(RuleFiles files, WatchedFolders folders) {
        this.files = files;
        this.folders = folders;
        this.last = RuleStamp.of(files.places());
        this.thread = Thread.ofPlatform().daemon().name("vitrine-rules").unstarted(this::run);
    }

    /**
     * Begins to watch. The caller closes it.
     *
     * @throws VitrineException Failed if the system can't watch files
     */
    public static RuleWatch over(RuleFiles files) {
        try {
            return new RuleWatch(files, WatchedFolders.open(files.places()));
        } catch (IOException e) {
            throw RuleFault.of("Rule files can't be watched: raise fs.inotify.max_user_instances, see sysctl(8)", e);
        }
    }

    /** Begins to renew the rules after each change. Call it once. */
    public void start(RuleRenewal renewing) {
        renewal = renewing;
        thread.start();
    }

    private void run() {
        try {
            while (true) {
                boolean all = folders.follow();
                look();
                if (folders.await(all && !retry ? FOREVER : LOOK)) {
                    calmDown();
                }
            }
        } catch (ClosedWatchServiceException | InterruptedException closed) {
            LOG.debug("rule files are watched no longer");
        }
    }

    private void calmDown() throws InterruptedException {
        for (int waits = 1; waits < MOST_WAITS && folders.await(QUIET); waits++) {
            LOG.trace("rule files are still changing");
        }
    }

    private void look() {
        RuleStamp now = RuleStamp.of(files.places());
        if (now.equals(last) && !retry) {
            return;
        }
        last = now;
        retry = false;
        try {
            Objects.requireNonNull(renewal).renew();
        } catch (VitrineException refused) {
            retry = refused.getCause() instanceof SystemCallException call && call.isExhaustion();
        } catch (RuntimeException e) {
            LOG.error("changed rules were read, and not put in force", e);
        }
    }

    /** Ends it. No rules are renewed afterwards, unless a renewal is at work for longer than five seconds. */
    @Override
    public void close() {
        folders.close();
        if (thread.equals(Thread.currentThread())) {
            return;
        }
        try {
            thread.join(END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
