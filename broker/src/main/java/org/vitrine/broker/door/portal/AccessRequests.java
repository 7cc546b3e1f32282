package org.vitrine.broker.door.portal;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.vitrine.api.error.VitrineException;
import org.vitrine.broker.access.Question;
import org.vitrine.broker.admission.Admission;
import org.vitrine.broker.admission.Admitted;
import org.vitrine.broker.admission.WatchedGrants;
import org.vitrine.broker.admission.Wish;
import org.vitrine.broker.core.Core;
import org.vitrine.broker.door.Barrier;
import org.vitrine.broker.door.Options;
import org.vitrine.broker.identity.Caller;
import org.vitrine.broker.registry.AccessRequest;
import org.vitrine.broker.registry.ConsumerSession;
import org.vitrine.broker.registry.FormatSet;
import org.vitrine.broker.registry.HandleToken;
import org.vitrine.broker.registry.Refusals;
import org.vitrine.broker.registry.SharedImage;

/** Answers RequestAccess: first the request's path, then its Response. */
final class AccessRequests {
    private static final int MAX_REASON_CHARACTERS = 256;

    private final Core core;
    private final Admission admission;
    private final PortalSignals signals;
    private final Barrier barrier;
    private final WatchedGrants watchedGrants;

    AccessRequests(
            Core core, Admission admission, PortalSignals signals, Barrier barrier, WatchedGrants watchedGrants) {
        this.core = core;
        this.admission = admission;
        this.signals = signals;
        this.barrier = barrier;
        this.watchedGrants = watchedGrants;
    }

    AccessRequest open(Caller caller, SharedImage image, Options options) {
        Particulars particulars = Particulars.of(options);
        Wish wish = new Wish(caller, image, options.access(), manner(options));
        Optional<HandleToken> token = options.token("handle_token");
        core.sessions().checkSessionToken(caller, particulars.sessionToken());
        AccessRequest request = core.sessions().openRequest(caller, token);
        barrier.passed().whenComplete((_, _) -> core.lock().run(() -> decide(request, wish, particulars)));
        return request;
    }

    /** Holds what the session is to be like. */
    private record Particulars(FormatSet formats, Optional<HandleToken> sessionToken) {
        static Particulars of(Options options) {
            return new Particulars(options.formats().orElse(FormatSet.ALL), options.token("session_handle_token"));
        }
    }

    private static Wish.Manner manner(Options options) {
        return new Wish.Manner(
                true,
                new Question.Request(
                        options.shownText("reason", MAX_REASON_CHARACTERS).orElse(""),
                        options.text("parent_window").orElse(""),
                        options.persistence()),
                options.restoreToken());
    }

    private void decide(AccessRequest request, Wish wish, Particulars particulars) {
        if (request.isOpen()) {
            admit(request, wish)
                    .whenComplete((admitted, failure) -> respond(request, wish, particulars, admitted, failure));
        }
    }

    private CompletionStage<Admitted> admit(AccessRequest request, Wish wish) {
        try {
            return admission.admit(wish, request);
        } catch (VitrineException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void respond(
            AccessRequest request,
            Wish wish,
            Particulars particulars,
            @Nullable Admitted admitted,
            @Nullable Throwable failure) {
        if (!core.sessions().closeRequest(request)) {
            return;
        }
        if (admitted == null) {
            signals.refused(request, failure instanceof CompletionException e ? e.getCause() : failure);
            return;
        }
        try {
            ConsumerSession session = letIn(wish, particulars, admitted);
            signals.granted(request, session, admitted);
            watchedGrants.used(session.grant());
        } catch (VitrineException e) {
            signals.refused(request, e);
        }
    }

    private ConsumerSession letIn(Wish wish, Particulars particulars, Admitted admitted) {
        if (core.registry().image(wish.image().serial()) == null) {
            throw Refusals.producerGone();
        }
        core.sharing().requireOn();
        return core.sessions()
                .open(wish.caller(), wish.image(), admitted.grant(), particulars.formats(), particulars.sessionToken());
    }
}
