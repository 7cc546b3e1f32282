package org.vitrine.wire.dispatch;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.vitrine.api.dbus.UniqueName;
import org.vitrine.api.error.ErrorName;
import org.vitrine.wire.QueueLimits;
import org.vitrine.wire.Service;
import org.vitrine.wire.transport.Arrival;

/**
 * Take calls in the order they come, make their senders known, and have them answered. Calls of one sender reach the
 * service in their order. Everything runs on the reader thread, but for the answers.
 *
 * @param <C> what the service knows of a caller
 */
public final class CallDispatcher<C> {
    private final Service<C> service;
    private final CallInvoker<C> invoker;
    private final Answers answers;
    private final PeerWatch watch;
    private final Executor readerThread;
    private final QueueLimits limits;
    private final Quota all;
    private final PendingCalls pending = new PendingCalls();
    private final Map<String, Peer<C>> peers = new HashMap<>();

    /** Serve a service; {@code readerThread} runs at once what is given to it on the reader thread. */
    public CallDispatcher(
            Service<C> service, Answers answers, PeerWatch watch, Executor readerThread, DispatchLimits limits) {
        this.service = service;
        this.invoker = new CallInvoker<>(service, limits.messages());
        this.answers = answers;
        this.watch = watch;
        this.readerThread = readerThread;
        this.limits = limits.queues();
        this.all = new Quota(this.limits.pendingCalls(), Integer.MAX_VALUE, this.limits.pendingBytes());
    }

    /** Take a call whose descriptors are complete and whose sender is stamped. */
    public void accept(Arrival arrival) {
        String sender = Objects.requireNonNull(arrival.header().sender());
        Peer<C> peer = peers.get(sender);
        if (peer == null) {
            peer = peers.size() < limits.peers() ? meet(sender) : null;
        }
        PendingCall call = peer == null ? null : admit(peer, arrival);
        if (peer == null || call == null) {
            arrival.fds().closeUntaken();
            answers.fail(arrival.header(), ErrorName.LIMITS_EXCEEDED, "Too many calls are waiting for their answers");
            return;
        }
        C caller = peer.caller();
        if (caller != null) {
            invoke(caller, peer, call);
        } else {
            await(peer, call);
        }
    }

    /** Forget finished calls and close what nobody took of those older than {@code age}. Safe from any thread. */
    public void sweep(Duration age) {
        pending.sweep(age);
    }

    /** Answer every call that still waits. Safe from any thread. */
    public void failAll(ErrorName name, String text) {
        pending.failAll(name, text);
    }

    private Peer<C> meet(String sender) {
        UniqueName name = new UniqueName(sender);
        Peer<C> peer = new Peer<>(
                name, new Quota(limits.pendingCallsPerSender(), limits.fdsPerSender(), limits.pendingBytes()));
        peers.put(sender, peer);
        peer.setWatch(watch.onPeerGone(name, () -> leave(peer)));
        return peer;
    }

    private @Nullable PendingCall admit(Peer<C> peer, Arrival arrival) {
        int fds = arrival.fds().count();
        int bytes = arrival.bytes().limit();
        if (!peer.quota().tryEnter(fds, bytes)) {
            return null;
        }
        if (!all.tryEnter(fds, bytes)) {
            peer.quota().leave(fds, bytes);
            return null;
        }
        return new PendingCall(arrival, answers, () -> {
            peer.quota().leave(fds, bytes);
            all.leave(fds, bytes);
        });
    }

    private void invoke(C caller, Peer<C> peer, PendingCall call) {
        if (call.isFinished()) {
            return;
        }
        try {
            invoker.invoke(caller, peer.name(), call);
        } catch (Throwable failure) {
            call.fail(failure);
        }
        pending.track(call);
    }

    private void await(Peer<C> peer, PendingCall call) {
        PendingCall waiting = call.detached();
        peer.waiting().add(waiting);
        pending.track(waiting);
        if (!peer.identifying()) {
            peer.setIdentifying(true);
            identify(peer)
                    .whenComplete((caller, failure) -> readerThread.execute(() -> identified(peer, caller, failure)));
        }
    }

    private CompletionStage<C> identify(Peer<C> peer) {
        try {
            return service.identify(peer.name());
        } catch (RuntimeException e) {
            return java.util.concurrent.CompletableFuture.failedFuture(e);
        }
    }

    private void identified(Peer<C> peer, @Nullable C caller, @Nullable Throwable failure) {
        if (caller == null || failure != null) {
            refuse(peer, failure == null ? new IllegalStateException("identify completed with null") : failure);
        } else if (peer.isGone()) {
            refuse(peer, new IllegalStateException("The caller has left"));
            service.gone(peer.name(), caller);
        } else {
            peer.identified(caller);
            while (!peer.waiting().isEmpty()) {
                invoke(caller, peer, peer.waiting().remove());
            }
        }
    }

    private void refuse(Peer<C> peer, Throwable failure) {
        peer.setIdentifying(false);
        while (!peer.waiting().isEmpty()) {
            peer.waiting().remove().fail(failure);
        }
    }

    private void leave(Peer<C> peer) {
        peer.setGone();
        peers.remove(peer.name().value(), peer);
        C caller = peer.caller();
        if (caller != null) {
            service.gone(peer.name(), caller);
        }
    }
}
