package org.vitrine.broker.admission;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.broker.access.Grant;
import org.vitrine.broker.core.Core;
import org.vitrine.broker.identity.Caller;
import org.vitrine.broker.registry.AccessRequest;
import org.vitrine.broker.registry.Refusals;
import org.vitrine.broker.registry.SharedImage;
import org.vitrine.policy.Action;
import org.vitrine.policy.Decision;

/** Decides whether a consumer is let in: by rules and manifest at once, else by what is remembered and by the user. */
public final class Admission {
    private final Core core;
    private final Deliberations deliberations;
    private final Ledger ledger;

    /** Makes it. */
    public Admission(Core core, Deliberations deliberations) {
        this.core = core;
        this.deliberations = deliberations;
        this.ledger = new Ledger(core.helpers().journal());
    }

    /** Lets a caller of OpenImage in, at once, later, or not. While it waits it counts as a request. */
    public CompletionStage<Admitted> admit(Wish wish) {
        Decision decision = decide(wish.caller(), wish.image(), wish.access());
        return switch (decision.effect()) {
            case ALLOW, DENY -> settled(wish, decision);
            case ASK -> {
                AccessRequest pending = core.sessions().openRequest(wish.caller(), Optional.empty());
                yield deliberations
                        .begin(wish, decision, pending)
                        .whenComplete((_, _) -> core.sessions().closeRequest(pending));
            }
        };
    }

    /** Lets a caller of RequestAccess in, at once, later, or not. The image may have gone since it called. */
    public CompletionStage<Admitted> admit(Wish wish, AccessRequest request) {
        if (core.registry().image(wish.image().serial()) == null) {
            throw Refusals.producerGone();
        }
        if (!core.isVisible(wish.caller(), wish.image())) {
            throw Refusals.denied();
        }
        Decision decision = decide(wish.caller(), wish.image(), wish.access());
        return switch (decision.effect()) {
            case ALLOW, DENY -> settled(wish, decision);
            case ASK -> deliberations.begin(wish, decision, request);
        };
    }

    private CompletionStage<Admitted> settled(Wish wish, Decision decision) {
        ledger.decided(wish, decision, decision.allows() ? Ledger.ALLOWED : Ledger.DENIED);
        return decision.allows()
                ? CompletableFuture.completedFuture(new Admitted(new Grant(wish.access(), decision)))
                : CompletableFuture.failedFuture(Refusals.denied());
    }

    /** Decides by the rules. An image that its producer does not let others draw into can't be had for writing. */
    private Decision decide(Caller caller, SharedImage image, Action access) {
        core.sharing().requireOn();
        if (access == Action.WRITE && !image.traits().writable()) {
            throw new VitrineException(ErrorName.NOT_ALLOWED, "The image's producer lets nobody draw into it");
        }
        return core.gate().decide(caller.subject(), access, image.facts());
    }
}
