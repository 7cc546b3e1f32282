package org.vitrine.broker.door;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.vitrine.api.error.VitrineException;
import org.vitrine.broker.access.Grant;
import org.vitrine.broker.access.Question;
import org.vitrine.broker.grants.Persistence;
import org.vitrine.broker.identity.Caller;
import org.vitrine.broker.registry.AccessRequest;
import org.vitrine.broker.registry.ConsumerSession;
import org.vitrine.broker.registry.FormatSet;
import org.vitrine.broker.registry.HandleToken;
import org.vitrine.broker.registry.Refusals;
import org.vitrine.broker.registry.SharedImage;
import org.vitrine.policy.Action;
import org.vitrine.policy.Decision;

/** Answers RequestAccess: first the request's path, then its Response. */
final class AccessRequests {
    private static final int MAX_REASON_CHARACTERS = 256;

    private final Core core;
    private final Admission admission;
    private final PortalSignals signals;
    private final Barrier barrier;

    AccessRequests(Core core, Admission admission, PortalSignals signals, Barrier barrier) {
        this.core = core;
        this.admission = admission;
        this.signals = signals;
        this.barrier = barrier;
    }

    /** Holds what was asked for. */
    private record Wish(
            Action access, FormatSet formats, Optional<HandleToken> sessionToken, String reason, String parentWindow) {
        static Wish of(Options options) {
            return new Wish(
                    options.access(),
                    options.formats().orElse(FormatSet.ALL),
                    options.token("session_handle_token"),
                    options.shownText("reason", MAX_REASON_CHARACTERS).orElse(""),
                    options.text("parent_window").orElse(""));
        }
    }

    AccessRequest open(Caller caller, SharedImage image, Options options) {
        Wish wish = Wish.of(options);
        Optional<HandleToken> token = options.token("handle_token");
        core.sessions().checkSessionToken(caller, wish.sessionToken());
        AccessRequest request = core.sessions().openRequest(caller, token);
        barrier.passed().whenComplete((_, _) -> core.lock().run(() -> decide(request, image, wish)));
        return request;
    }

    private void decide(AccessRequest request, SharedImage image, Wish wish) {
        if (request.isOpen()) {
            grant(request, image, wish).whenComplete((grant, failure) -> respond(request, image, wish, grant, failure));
        }
    }

    private CompletionStage<Grant> grant(AccessRequest request, SharedImage image, Wish wish) {
        try {
            Decision decision = admission.decide(request.owner(), image, wish.access());
            return switch (decision.effect()) {
                case ALLOW -> CompletableFuture.completedFuture(new Grant(wish.access(), decision));
                case DENY -> CompletableFuture.failedFuture(Admission.denied());
                case ASK ->
                    admission.ask(
                            image,
                            new Question(
                                    request.owner(),
                                    wish.access(),
                                    image.facts(),
                                    new Question.Request(wish.reason(), wish.parentWindow(), Persistence.ONCE),
                                    new Question.Terms(Optional.empty(), false)));
            };
        } catch (VitrineException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void respond(
            AccessRequest request, SharedImage image, Wish wish, @Nullable Grant grant, @Nullable Throwable failure) {
        if (!core.sessions().closeRequest(request)) {
            return;
        }
        if (grant == null) {
            signals.refused(request, failure instanceof CompletionException e ? e.getCause() : failure);
            return;
        }
        try {
            signals.granted(request, letIn(request.owner(), image, wish, grant));
        } catch (VitrineException e) {
            signals.refused(request, e);
        }
    }

    private ConsumerSession letIn(Caller caller, SharedImage image, Wish wish, Grant grant) {
        if (core.registry().image(image.serial()) == null) {
            throw Refusals.producerGone();
        }
        return core.sessions().open(caller, image, grant, wish.formats(), wish.sessionToken());
    }
}
