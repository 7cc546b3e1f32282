package org.vitrine.broker.rules;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.api.error.VitrineException;
import org.vitrine.fd.SystemCallException;
import org.vitrine.policy.Policy;

/**
 * Reads the rule files again whenever one comes, changes or goes, and hands over all rules or the error; on an error
 * the old rules are to stay in force. Uses one daemon thread, which the receiver is called on.
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
    private Receiver receiver = new Receiver(_ -> {}, _ -> {});

    private record Receiver(Consumer<Policy> rules, Consumer<VitrineException> errors) {}

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

    /**
     * Begins to hand over. Call it once.
     *
     * @param rules gets all rules after each change
     * @param errors gets Failed, with the text of {@link RuleFiles#read}, after a change that can't be read
     */
    public void start(Consumer<Policy> rules, Consumer<VitrineException> errors) {
        receiver = new Receiver(rules, errors);
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
            handOver();
        } catch (RuntimeException e) {
            LOG.error("changed rules were read, and not put in force", e);
        }
    }

    private void handOver() {
        Policy policy;
        try {
            policy = files.read();
        } catch (VitrineException e) {
            retry = e.getCause() instanceof SystemCallException refused && refused.isExhaustion();
            receiver.errors.accept(e);
            return;
        }
        receiver.rules.accept(policy);
    }

    /** Ends it. Nothing is handed over afterwards, unless the receiver is at work for longer than five seconds. */
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
