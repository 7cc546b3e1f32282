package org.vitrine.broker.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vitrine.api.dbus.UniqueName;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.fd.LeakCheck;
import org.vitrine.fd.OwnedFd;
import org.vitrine.fd.Pidfd;
import org.vitrine.fd.SystemCallException;
import org.vitrine.policy.Evidence;
import org.vitrine.policy.Sandbox;
import org.vitrine.policy.User;
import org.vitrine.wire.Credentials;

@ExtendWith(LeakCheck.class)
class BusIdentifierTest {
    private static final int EMFILE = 24;
    private static final UniqueName NAME = new UniqueName(":1.1");
    private static final int OWN_PID = Math.toIntExact(ProcessHandle.current().pid());

    @Test
    void identifiesThisProcess() {
        Caller caller = identify(credentials(OptionalLong.of(OWN_PID), Optional.of(Pidfd.open(OWN_PID))), Runnable::run)
                .join();
        assertThat(caller.subject().sandbox()).isEqualTo(Sandbox.NONE);
        assertThat(caller.subject().user()).isEqualTo(User.OWN);
        assertThat(caller.pid()).isEqualTo(OWN_PID);
        assertThat(caller.subject().process().evidence()).isEqualTo(Evidence.STRONG);
        assertThat(caller.subject().process().executable()).endsWith("/java");
        assertThat(caller.subject().account().uid()).isEqualTo(1000);
        assertThat(caller.subject().account().gids()).isNotEmpty();
        assertThat(ProcessFiles.ofKernel().isSameProcess(caller.process().orElseThrow()))
                .isTrue();
    }

    @Test
    void refusesAProcessThatHasEnded() throws Exception {
        Process process = new ProcessBuilder("sleep", "60").start();
        int pid = Math.toIntExact(process.pid());
        OwnedFd pidFd = Pidfd.open(pid);
        process.destroyForcibly().waitFor();
        process.getInputStream().close();
        process.getErrorStream().close();
        process.getOutputStream().close();
        assertRefused(identify(credentials(OptionalLong.of(pid), Optional.of(pidFd)), Runnable::run));
    }

    @Test
    void callsANumberAloneWeakEvidence() {
        assertThat(identifyByNumber(Long.MAX_VALUE).join().subject().process().evidence())
                .isEqualTo(Evidence.WEAK);
    }

    @Test
    void refusesAProcessThatStartedAfterItsConnectionAppeared() throws IOException {
        long startTicks = ProcessFiles.ofKernel().startTicks(OWN_PID);
        assertThat(identifyByNumber(startTicks).join().pid()).isEqualTo(OWN_PID);
        assertRefused(identifyByNumber(startTicks - 1));
    }

    @Test
    void takesTheGroupsFromTheBusWhereItTellsThem() {
        Credentials told = new Credentials(
                1000, OptionalLong.of(OWN_PID), Optional.empty(), Optional.of(Set.of(7L, 8L)), Optional.empty());
        assertThat(identify(told, Runnable::run).join().subject().account().gids())
                .containsExactlyInAnyOrder(7L, 8L);
    }

    @Test
    void refusesACallerWithoutAProcess() {
        assertRefused(identify(credentials(OptionalLong.empty(), Optional.empty()), Runnable::run));
    }

    @Test
    void closesThePidfdWhenTooManyWait() {
        Executor full = _ -> {
            throw new RejectedExecutionException();
        };
        assertRefused(
                identify(credentials(OptionalLong.of(OWN_PID), Optional.of(Pidfd.open(OWN_PID))), full),
                ErrorName.LIMITS_EXCEEDED);
    }

    @Test
    void blamesItselfWhenItHasNoDescriptorLeft() {
        for (Exception lacking : List.of(
                new SystemCallException("openat", EMFILE),
                new IOException("unreadable", new SystemCallException("openat", EMFILE)),
                new VitrineException(ErrorName.DESCRIPTORS_LOST, "the pidfd did not come"))) {
            BusIdentifier identifier = new BusIdentifier(
                    _ -> CompletableFuture.failedFuture(lacking),
                    arrivals(0),
                    Applications.ofSystem(),
                    ReadingLanes.one(Runnable::run),
                    1000);
            assertRefused(identifier.identify(NAME).toCompletableFuture(), ErrorName.LIMITS_EXCEEDED);
        }
    }

    @Test
    void rehearsesWithoutLeavingAnything() {
        BusIdentifier identifier = new BusIdentifier(
                _ -> CompletableFuture.failedFuture(new IOException()),
                arrivals(Long.MAX_VALUE),
                Applications.ofSystem(),
                ReadingLanes.one(Runnable::run),
                1000);
        assertThatCode(identifier::rehearse).doesNotThrowAnyException();
    }

    private static Credentials credentials(OptionalLong pid, Optional<OwnedFd> pidFd) {
        return new Credentials(1000, pid, pidFd, Optional.empty(), Optional.empty());
    }

    /** Knows of every connection that it appeared no later than this. */
    private static Arrivals arrivals(long ticks) {
        Arrivals arrivals = new Arrivals(() -> ticks, 1);
        arrivals.begin();
        return arrivals;
    }

    private static CompletableFuture<Caller> identifyByNumber(long arrivalTicks) {
        return new BusIdentifier(
                        _ -> CompletableFuture.completedFuture(credentials(OptionalLong.of(OWN_PID), Optional.empty())),
                        arrivals(arrivalTicks),
                        Applications.ofSystem(),
                        ReadingLanes.one(Runnable::run),
                        1000)
                .identify(NAME)
                .toCompletableFuture();
    }

    private static CompletableFuture<Caller> identify(Credentials credentials, Executor readers) {
        return new BusIdentifier(
                        _ -> CompletableFuture.completedFuture(credentials),
                        arrivals(Long.MAX_VALUE),
                        Applications.ofSystem(),
                        ReadingLanes.one(readers),
                        1000)
                .identify(NAME)
                .toCompletableFuture();
    }

    private static void assertRefused(CompletableFuture<Caller> outcome) {
        assertRefused(outcome, ErrorName.ACCESS_DENIED);
    }

    private static void assertRefused(CompletableFuture<Caller> outcome, ErrorName name) {
        assertThat(outcome).isCompletedExceptionally();
        assertThat(outcome.handle((_, failure) -> failure instanceof CompletionException e ? e.getCause() : failure)
                        .join())
                .isInstanceOfSatisfying(
                        VitrineException.class, e -> assertThat(e.name()).isEqualTo(name));
    }
}
