package org.vitrine.broker.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.vitrine.api.dbus.UniqueName;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.broker.identity.PeerProcess.Evidence;
import org.vitrine.fd.OwnedFd;
import org.vitrine.fd.Poll;
import org.vitrine.fd.SystemCallException;
import org.vitrine.policy.Subject;
import org.vitrine.policy.User;
import org.vitrine.wire.Credentials;

/** Identifies peers by the bus driver's word and by what the kernel shows of their process. */
public final class BusIdentifier implements Identifier {
    private static final Logger LOG = LoggerFactory.getLogger(BusIdentifier.class);
    private static final long DEADLINE_SECONDS = 5;

    private final Function<UniqueName, CompletionStage<Credentials>> credentials;
    private final ProcessFiles files;
    private final Executor readers;
    private final long ownUid;
    private final PeerMemory warned = new PeerMemory();

    /**
     * Makes an identifier.
     *
     * @param credentials asks the bus driver, and checks that the answer is the driver's
     * @param files reads what a process shows
     * @param readers runs the reading, which a hostile mount can make slow; bounded
     * @param ownUid the user that the broker runs as
     */
    public BusIdentifier(
            Function<UniqueName, CompletionStage<Credentials>> credentials,
            ProcessFiles files,
            Executor readers,
            long ownUid) {
        this.credentials = credentials;
        this.files = files;
        this.readers = readers;
        this.ownUid = ownUid;
    }

    @Override
    public CompletionStage<Caller> identify(UniqueName name) {
        return credentials
                .apply(name)
                .thenCompose(answer -> readLater(name, answer))
                .toCompletableFuture()
                .copy()
                .orTimeout(DEADLINE_SECONDS, TimeUnit.SECONDS)
                .exceptionally(failure -> {
                    warn(name, failure);
                    throw refusal(failure);
                });
    }

    private CompletionStage<Caller> readLater(UniqueName name, Credentials answer) {
        try {
            return CompletableFuture.supplyAsync(() -> read(name, answer), readers);
        } catch (RejectedExecutionException e) {
            answer.close();
            return CompletableFuture.failedFuture(e);
        }
    }

    private Caller read(UniqueName name, Credentials answer) {
        try (answer) {
            int pid = Math.toIntExact(answer.pid().orElseThrow(() -> new IOException("the bus gave no process id")));
            long startTicks = files.startTicks(pid);
            Application application = files.application(pid);
            boolean ended = answer.pidFd().map(BusIdentifier::hasEnded).orElse(false);
            if (ended || files.startTicks(pid) != startTicks) {
                throw new IOException("the process ended meanwhile");
            }
            Evidence evidence = answer.pidFd().isPresent() ? Evidence.PIDFD : Evidence.PID;
            User user = answer.uid() == ownUid ? User.OWN : User.OTHER;
            Subject subject = new Subject(application.id(), application.sandbox(), user);
            return new Caller(name, answer.uid(), Optional.of(new PeerProcess(pid, startTicks, evidence)), subject);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Identifies this process, and refuses it, for nobody. What either needs is loaded then, and not when the process
     * has no descriptor left to load it with. Blocks.
     */
    public void rehearse() {
        OptionalLong pid = OptionalLong.of(ProcessHandle.current().pid());
        try {
            read(new UniqueName(":1.0"), new Credentials(ownUid, pid, Optional.empty(), Optional.empty()));
            throw new RejectedExecutionException();
        } catch (RuntimeException e) {
            LOG.debug("Rehearsed", refusal(e));
        }
    }

    private static boolean hasEnded(OwnedFd pidFd) {
        return Poll.await(pidFd, Poll.Event.READABLE, Duration.ZERO);
    }

    private void warn(UniqueName name, Throwable cause) {
        LOG.atLevel(warned.add(name.value()) ? Level.WARN : Level.DEBUG)
                .addKeyValue("peer", name.value())
                .addKeyValue("cause", cause.toString())
                .log("Identity not established");
    }

    private static VitrineException refusal(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isExhaustion(cause)) {
                return new VitrineException(
                        ErrorName.LIMITS_EXCEEDED,
                        "The broker has nothing left to find out who calls: try later",
                        failure);
            }
        }
        return new VitrineException(
                ErrorName.ACCESS_DENIED,
                "Who calls could not be established: call again from a living process",
                failure);
    }

    private static boolean isExhaustion(Throwable cause) {
        return switch (cause) {
            case RejectedExecutionException _ -> true;
            case SystemCallException e -> e.isExhaustion();
            case VitrineException e -> e.name() == ErrorName.DESCRIPTORS_LOST;
            default -> false;
        };
    }
}
