package org.vitrine.broker.registry;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.error.VitrineException;
import org.vitrine.broker.access.Grant;
import org.vitrine.broker.identity.Caller;
import org.vitrine.policy.Constraints;

/** Does what consumers ask for. */
public final class SessionDesk {
    private static final Duration WAIT_FOR_BUFFERS = Duration.ofSeconds(10);

    private final Registry registry;
    private final Quota quota;
    private final Endings endings;
    private final Alarm alarm;

    /**
     * Makes a desk.
     *
     * @param alarm gives up waiting for buffers, and ends sessions whose time is over
     */
    public SessionDesk(Registry registry, Quota quota, Endings endings, Alarm alarm) {
        this.registry = registry;
        this.quota = quota;
        this.endings = endings;
        this.alarm = alarm;
    }

    /** Makes a request object, before its question is put. */
    public AccessRequest openRequest(Caller caller, Optional<HandleToken> token) {
        Peer peer = registry.peer(caller);
        quota.checkPending(peer);
        HandleToken name = token.orElseGet(() -> madeUp(registry.serials().next()));
        ObjectPath path = PortalPaths.request(caller.name(), name);
        AccessRequest request = new AccessRequest(path, peer);
        if (peer.requests().putIfAbsent(path, request) != null) {
            throw Refusals.tokenInUse();
        }
        return request;
    }

    /** Ends a request, answered or not; returns whether it was open. */
    public boolean closeRequest(AccessRequest request) {
        boolean wasOpen = request.isOpen();
        request.end();
        request.peer().requests().remove(request.path());
        return wasOpen;
    }

    /** Refuses a session token that is in use, before a question is put. */
    public void checkSessionToken(Caller caller, Optional<HandleToken> token) {
        Peer peer = registry.peer(caller);
        quota.checkSessions(peer);
        token.ifPresent(name -> requireFree(peer, PortalPaths.session(caller.name(), name)));
    }

    /** Lets a consumer in. */
    public ConsumerSession open(
            Caller caller, SharedImage image, Grant grant, FormatSet formats, Optional<HandleToken> token) {
        Peer peer = registry.peer(caller);
        quota.checkSessions(peer);
        Constraints constraints = grant.decision().constraints();
        Bounds.checkConsumers(image, constraints);
        FormatSet allowed = Bounds.narrow(formats, constraints);
        requireCommonFormat(image, allowed);
        long serial = registry.serials().next();
        var identity = new ConsumerSession.SessionIdentity(serial, freshPath(peer, serial, token));
        ConsumerSession session = new ConsumerSession(identity, peer, image, grant, allowed);
        registry.put(session);
        image.liveSessions().add(session);
        registry.listeners().forEach(listener -> listener.sessionAdded(session));
        constraints
                .duration()
                .ifPresent(longest -> session.onEnd(alarm.after(longest, () -> endings.end(session, Ending.EXPIRED))));
        askForBuffers(image);
        return session;
    }

    /** Finds the caller's session on an image. */
    public ConsumerSession session(Caller caller, ObjectPath path) {
        return registry.session(caller, path)
                .filter(ConsumerSession.class::isInstance)
                .map(ConsumerSession.class::cast)
                .orElseThrow(Refusals::noSuchSession);
    }

    /** Ends the caller's own session. */
    public void close(Session session) {
        switch (session) {
            case ProducerSession producer -> endings.end(producer, Ending.BY_OWNER);
            case ConsumerSession consumer -> endings.end(consumer, Ending.BY_OWNER);
        }
    }

    /** Returns an image's buffers for a call without a session, now or when its producer gives some. */
    public CompletionStage<Generation> buffers(Caller caller, SharedImage image, Grant grant, FormatSet formats) {
        Bounds.checkConsumers(image, grant.decision().constraints());
        FormatSet allowed = Bounds.narrow(formats, grant.decision().constraints());
        requireCommonFormat(image, allowed);
        Generation present = image.generationOrNull();
        return present == null
                ? await(image, new BufferWait(registry.peer(caller), grant, allowed, null, new CompletableFuture<>()))
                : CompletableFuture.completedFuture(present);
    }

    /**
     * Returns the buffers of a session's image, now or when its producer gives some, but not after the session's end.
     */
    public CompletionStage<Generation> buffers(ConsumerSession session, FormatSet formats) {
        SharedImage image = session.image();
        requireCommonFormat(image, formats);
        Generation present = image.generationOrNull();
        return present == null
                ? await(
                        image,
                        new BufferWait(session.peer(), session.grant(), formats, session, new CompletableFuture<>()))
                : CompletableFuture.completedFuture(present);
    }

    private CompletionStage<Generation> await(SharedImage image, BufferWait wait) {
        quota.checkPending(wait.peer());
        wait.peer().countWaits(1);
        image.waits().add(wait);
        CompletionStage<Generation> answered = wait.arrival().whenComplete((_, _) -> {
            wait.peer().countWaits(-1);
            image.waits().remove(wait);
        });
        Runnable cancel =
                alarm.after(WAIT_FOR_BUFFERS, () -> wait.arrival().completeExceptionally(Refusals.noBuffersInTime()));
        var _ = wait.arrival().whenComplete((_, _) -> cancel.run());
        askForBuffers(image);
        return answered;
    }

    private void askForBuffers(SharedImage image) {
        if (image.generationOrNull() == null) {
            FormatSet wanted = commonFormats(image);
            registry.listeners().forEach(listener -> listener.buffersWanted(image, wanted));
        }
    }

    /** Refuses a consumer that can take none of the formats an image has, or could still get. */
    public void requireCommonFormat(SharedImage image, FormatSet formats) throws VitrineException {
        Generation present = image.generationOrNull();
        boolean common =
                present == null ? !commonFormats(image).and(formats).isEmpty() : formats.includes(present.format());
        if (!common) {
            throw Refusals.noCommonFormat();
        }
    }

    private static FormatSet commonFormats(SharedImage image) {
        FormatSet common = image.traits().formats().orElse(FormatSet.ALL);
        for (ConsumerSession session : image.liveSessions()) {
            common = common.and(session.formats());
        }
        for (BufferWait wait : image.waits()) {
            common = common.and(wait.formats());
        }
        return common;
    }

    static ObjectPath freshPath(Peer peer, long serial, Optional<HandleToken> token) {
        ObjectPath path = PortalPaths.session(peer.caller().name(), token.orElseGet(() -> madeUp(serial)));
        requireFree(peer, path);
        return path;
    }

    private static void requireFree(Peer peer, ObjectPath path) {
        if (peer.sessions().containsKey(path)) {
            throw Refusals.tokenInUse();
        }
    }

    private static HandleToken madeUp(long serial) {
        return new HandleToken("vitrine_" + serial);
    }
}
