package org.vitrine.broker.door;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.broker.access.Answer;
import org.vitrine.broker.access.Asker;
import org.vitrine.broker.access.Grant;
import org.vitrine.broker.access.Question;
import org.vitrine.broker.identity.Caller;
import org.vitrine.broker.registry.AccessRequest;
import org.vitrine.broker.registry.Refusals;
import org.vitrine.broker.registry.SharedImage;
import org.vitrine.policy.Action;
import org.vitrine.policy.Decision;
import org.vitrine.policy.Effect;

/** Decides whether a consumer is let in, and puts the question where policy says to ask. */
final class Admission {
    private final Core core;
    private final Asker asker;

    Admission(Core core, Asker asker) {
        this.core = core;
        this.asker = asker;
    }

    /** Lets a caller of OpenImage in, at once, later, or not. */
    CompletionStage<Grant> admit(Call call, SharedImage image, Action access) {
        Decision decision = decide(call.caller(), image, access);
        return switch (decision.effect()) {
            case ALLOW -> CompletableFuture.completedFuture(new Grant(access, decision));
            case DENY -> CompletableFuture.failedFuture(denied());
            case ASK -> {
                if (!call.incoming().interactiveAllowed()) {
                    throw new VitrineException(
                            ErrorName.INTERACTIVE_AUTHORIZATION_REQUIRED,
                            "The user must be asked: call again with ALLOW_INTERACTIVE_AUTHORIZATION");
                }
                AccessRequest pending = core.sessions().openRequest(call.caller(), Optional.empty());
                Question question = new Question(
                        call.caller(),
                        access,
                        image.facts(),
                        Question.Request.PLAIN,
                        new Question.Terms(Optional.empty(), false));
                yield ask(image, question)
                        .whenComplete((_, _) -> core.sessions().closeRequest(pending));
            }
        };
    }

    /** Decides by the rules. An image that its producer does not let others draw into can't be had for writing. */
    Decision decide(Caller caller, SharedImage image, Action access) {
        if (access == Action.WRITE && !image.traits().writable()) {
            throw new VitrineException(ErrorName.NOT_ALLOWED, "The image's producer lets nobody draw into it");
        }
        return core.gate().decide(caller.subject(), access, image.facts());
    }

    /**
     * Asks. What follows runs with the lock held; a yes counts only while the image is there and rules don't deny it.
     */
    CompletionStage<Grant> ask(SharedImage image, Question question) {
        CompletableFuture<Grant> outcome = new CompletableFuture<>();
        asker.ask(question)
                .answer()
                .whenComplete((answer, failure) -> core.lock().run(() -> {
                    if (failure != null) {
                        outcome.completeExceptionally(failure);
                    } else {
                        settle(outcome, answer, image, question);
                    }
                }));
        return outcome;
    }

    private void settle(CompletableFuture<Grant> outcome, Answer answer, SharedImage image, Question question) {
        switch (answer.kind()) {
            case YES -> settleYes(outcome, image, question);
            case NO -> outcome.completeExceptionally(denied());
            case NO_ANSWER ->
                outcome.completeExceptionally(
                        new VitrineException(ErrorName.CANCELLED, "The user closed the question"));
            case NOBODY_TO_ASK ->
                outcome.completeExceptionally(new VitrineException(
                        ErrorName.NOT_ALLOWED,
                        "The user would have to be asked, and there is no dialog yet: a rule must allow it"));
        }
    }

    private void settleYes(CompletableFuture<Grant> outcome, SharedImage image, Question question) {
        Decision now = core.gate().decide(question.caller().subject(), question.access(), image.facts());
        if (core.registry().image(image.serial()) == null) {
            outcome.completeExceptionally(Refusals.producerGone());
        } else if (now.effect() == Effect.DENY) {
            outcome.completeExceptionally(denied());
        } else {
            outcome.complete(new Grant(question.access(), now));
        }
    }

    static VitrineException denied() {
        return new VitrineException(ErrorName.NOT_ALLOWED, "No rule lets this program open the image");
    }
}
