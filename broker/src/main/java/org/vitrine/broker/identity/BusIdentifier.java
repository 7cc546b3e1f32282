package org.vitrine.broker.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.vitrine.api.dbus.UniqueName;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.fd.OwnedFd;
import org.vitrine.fd.Poll;
import org.vitrine.fd.SystemCallException;
import org.vitrine.policy.Account;
import org.vitrine.policy.Evidence;
import org.vitrine.policy.ProcessFacts;
import org.vitrine.policy.Sandbox;
import org.vitrine.policy.Subject;
import org.vitrine.policy.User;
import org.vitrine.wire.Credentials;

/** Identifies peers by the bus driver's word and by what the kernel shows of their process. */
public final class BusIdentifier implements Identifier {
    private static final Logger LOG = LoggerFactory.getLogger(BusIdentifier.class);
    private static final long DEADLINE_SECONDS = 5;

    private final Function<UniqueName, CompletionStage<Credentials>> credentials;
    private final Arrivals arrivals;
    private final Applications applications;
    private final ProcessFiles files;
    private final ReadingLanes lanes;
    private final long ownUid;
    private final PeerMemory warned = new PeerMemory();

    /**
     * Makes an identifier.
     *
     * @param credentials asks the bus driver, and checks that the answer is the driver's
     * @param arrivals knows when connections appeared
     * @param applications finds out which application a process is
     * @param lanes run the reading, which a hostile mount can make slow
     * @param ownUid the user that the broker runs as
     */
    public BusIdentifier(
            Function<UniqueName, CompletionStage<Credentials>> credentials,
            Arrivals arrivals,
            Applications applications,
            ReadingLanes lanes,
            long ownUid) {
        this.credentials = credentials;
        this.arrivals = arrivals;
        this.applications = applications;
        this.files = applications.files();
        this.lanes = lanes;
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
            return CompletableFuture.supplyAsync(() -> readHereOrInTheSlowLane(name, answer), lanes.quick())
                    .thenCompose(caller -> caller);
        } catch (RejectedExecutionException e) {
            answer.close();
            return CompletableFuture.failedFuture(e);
        }
    }

    private CompletionStage<Caller> readHereOrInTheSlowLane(UniqueName name, Credentials answer) {
        if (!mayHang(answer)) {
            return CompletableFuture.completedFuture(read(name, answer));
        }
        try {
            return CompletableFuture.supplyAsync(() -> read(name, answer), lanes.slow());
        } catch (RejectedExecutionException e) {
            answer.close();
            return CompletableFuture.failedFuture(e);
        }
    }

    /** What can't be told now fails in {@link #read}. */
    private boolean mayHang(Credentials answer) {
        try {
            return answer.pid().isPresent()
                    && files.mayHang(Math.toIntExact(answer.pid().getAsLong()), FlatpakInfo.FILE);
        } catch (IOException e) {
            return false;
        }
    }

    private Caller read(UniqueName name, Credentials answer) {
        try (answer) {
            int pid = Math.toIntExact(answer.pid().orElseThrow(() -> new IOException("the bus gave no process id")));
            long startTicks = files.startTicks(pid);
            String controlGroups = files.controlGroups(pid);
            Application application = applications.application(pid, answer.uid(), controlGroups);
            Subject subject = new Subject(
                    application.id(),
                    application.sandbox(),
                    account(pid, answer),
                    facts(pid, controlGroups, answer),
                    application.manifest());
            if (answer.pidFd().isEmpty()) {
                requireConnected(startTicks, application, arrivals.latestTicks(name));
            }
            boolean ended = answer.pidFd().map(BusIdentifier::hasEnded).orElse(false);
            if (ended || files.startTicks(pid) != startTicks) {
                throw new IOException("the process ended meanwhile");
            }
            PeerProcess process = new PeerProcess(pid, startTicks, application.instance());
            return new Caller(name, answer.uid(), Optional.of(process), subject);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Account account(int pid, Credentials answer) throws IOException {
        Set<Long> gids = answer.gids().isPresent() ? answer.gids().get() : files.groups(pid);
        return new Account(answer.uid() == ownUid ? User.OWN : User.OTHER, answer.uid(), gids);
    }

    private ProcessFacts facts(int pid, String controlGroups, Credentials answer) {
        return new ProcessFacts(
                SystemdUnit.of(controlGroups).map(SystemdUnit::name).orElse(""),
                files.executable(pid),
                answer.pidFd().isPresent() ? Evidence.STRONG : Evidence.WEAK);
    }

    /**
     * Refuses a process that started after the connection appeared. Times are known to a hundredth of a second; to be
     * taken for a sandboxed application it must have started in an earlier one. A sandbox takes longer to set up.
     */
    private static void requireConnected(long startTicks, Application application, long arrivalTicks)
            throws IOException {
        boolean inTime = application.sandbox() == Sandbox.NONE ? startTicks <= arrivalTicks : startTicks < arrivalTicks;
        if (!inTime) {
            throw new IOException("the process started after its connection appeared");
        }
    }

    /**
     * Identifies this process, and refuses it, for nobody. What either needs is loaded then, and not when the process
     * has no descriptor left to load it with. Blocks.
     */
    public void rehearse() {
        OptionalLong pid = OptionalLong.of(ProcessHandle.current().pid());
        try {
            read(
                    new UniqueName(":1.0"),
                    new Credentials(ownUid, pid, Optional.empty(), Optional.empty(), Optional.empty()));
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
