package org.vitrine.broker.admission;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.broker.access.Answer;
import org.vitrine.broker.access.Asker;
import org.vitrine.broker.access.Asking;
import org.vitrine.broker.access.Grant;
import org.vitrine.broker.access.Question;
import org.vitrine.broker.core.Core;
import org.vitrine.broker.grants.GrantKey;
import org.vitrine.broker.grants.Grants;
import org.vitrine.broker.grants.Persistence;
import org.vitrine.broker.registry.Refusals;
import org.vitrine.broker.registry.SharedImage;
import org.vitrine.policy.Decision;
import org.vitrine.policy.Effect;
import org.vitrine.policy.Remembered;

/**
 * Follows one wish that rules leave open: first what is remembered counts, then what the user says. Every step runs
 * with the lock held, and none blocks.
 */
final class Deliberation {
    private static final Logger LOG = LoggerFactory.getLogger(Deliberation.class);

    private final Core core;
    private final Asker asker;
    private final Wish wish;
    private final Decision decision;
    private final Optional<GrantKey> key;
    private final Grants grants;
    private final Ledger ledger;
    private final CompletableFuture<Admitted> outcome = new CompletableFuture<>();
    private @Nullable Asking asking;

    Deliberation(Core core, Asker asker, Wish wish, Decision decision) {
        this.core = core;
        this.asker = asker;
        this.wish = wish;
        this.decision = decision;
        this.key = wish.key();
        this.grants = core.helpers().grants();
        this.ledger = new Ledger(core.helpers().journal());
    }

    CompletableFuture<Admitted> outcome() {
        return outcome;
    }

    boolean isAbout(SharedImage image) {
        return wish.image() == image;
    }

    void begin() {
        guarded(this::recall);
    }

    private void recall() {
        if (key.isPresent()) {
            then(grants.recall(key.get()), (recalled, _) -> recalled(recalled == null ? Optional.empty() : recalled));
        } else {
            ask();
        }
    }

    /** Ends it unanswered. A dialog closes. */
    void withdraw(VitrineException why) {
        if (outcome.completeExceptionally(why)) {
            takeQuestionBack();
        }
    }

    /** Ends it if rules that came into force meanwhile say no, or hide the image. */
    void reconsider() {
        boolean hidden = !core.isVisible(wish.caller(), wish.image());
        if ((hidden || now().effect() == Effect.DENY) && !outcome.isDone()) {
            refuse(now(), Ledger.DENIED, Refusals.denied());
            takeQuestionBack();
        }
    }

    private void takeQuestionBack() {
        if (asking != null) {
            asking.withdraw();
        }
    }

    private void recalled(Optional<Remembered> remembered) {
        Decision recalling = remembered.map(decision::recalling).orElse(decision);
        switch (recalling.effect()) {
            case ALLOW -> restore(recalling, key.orElseThrow());
            case DENY -> refuse(recalling, Ledger.DENIED, Refusals.denied());
            case ASK -> ask();
        }
    }

    private void restore(Decision recalling, GrantKey known) {
        Optional<String> token = wish.manner().restoreToken();
        if (token.isEmpty()) {
            letIn(recalling, Ledger.ALLOWED, new Admitted(grant(recalling)));
            return;
        }
        then(grants.restore(known, token.get()), (restored, _) -> {
            Optional<Grants.Restored> next = restored == null ? Optional.empty() : restored;
            letIn(
                    recalling,
                    Ledger.ALLOWED,
                    new Admitted(
                            grant(recalling),
                            next.map(Grants.Restored::persistence),
                            next.map(Grants.Restored::token)));
        });
    }

    private void ask() {
        if (!wish.manner().interactive()) {
            refuse(
                    decision,
                    Ledger.MAY_NOT_ASK,
                    new VitrineException(
                            ErrorName.INTERACTIVE_AUTHORIZATION_REQUIRED,
                            "The user must be asked: call again with ALLOW_INTERACTIVE_AUTHORIZATION"));
            return;
        }
        Question.Terms terms = new Question.Terms(decision.constraints().duration(), key.isPresent());
        Asking put = asker.ask(new Question(
                wish.caller(),
                wish.access(),
                wish.image().facts(),
                wish.manner().request(),
                terms));
        asking = put;
        then(put.answer(), (answer, _) -> answered(answer == null ? Answer.NO_ANSWER : answer));
    }

    private void answered(Answer answer) {
        switch (answer.kind()) {
            case YES -> answeredYes(answer.persistence());
            case NO -> answeredNo(answer.persistence());
            case NO_ANSWER ->
                refuse(
                        decision,
                        Ledger.NO_ANSWER,
                        new VitrineException(
                                ErrorName.CANCELLED, "Nobody answered the question: it was closed, or took too long"));
            case NOBODY_TO_ASK ->
                refuse(
                        decision,
                        Ledger.NOBODY_TO_ASK,
                        new VitrineException(
                                ErrorName.NOT_ALLOWED,
                                "The user would have to be asked, and there is nobody to ask: run vitrinectl agent, or"
                                        + " allow it by a rule"));
        }
    }

    private void answeredYes(Persistence persistence) {
        Decision now = now();
        if (core.registry().image(wish.image().serial()) == null) {
            outcome.completeExceptionally(Refusals.producerGone());
        } else if (now.effect() == Effect.DENY) {
            refuse(now, Ledger.DENIED, Refusals.denied());
        } else if (persistence == Persistence.ONCE || key.isEmpty()) {
            letInOnce(now);
        } else {
            then(
                    grants.remember(key.get(), Remembered.Answer.ALWAYS, persistence)
                            .thenApply(token -> new Admitted(grant(now), Optional.of(persistence), token)),
                    (admitted, failure) -> remembered(now, admitted, failure));
        }
    }

    private void remembered(Decision now, @Nullable Admitted admitted, @Nullable Throwable failure) {
        if (admitted == null) {
            LOG.atWarn()
                    .addKeyValue("cause", String.valueOf(failure))
                    .log("A yes can't be remembered, and counts once");
            letInOnce(now);
        } else {
            letIn(now, Ledger.ASKED_YES, admitted);
        }
    }

    private void answeredNo(Persistence persistence) {
        if (persistence != Persistence.ONCE && key.isPresent()) {
            grants.remember(key.get(), Remembered.Answer.NEVER, persistence).whenComplete((_, failure) -> {
                if (failure != null) {
                    LOG.atWarn().addKeyValue("cause", failure.toString()).log("A no can't be remembered");
                }
            });
        }
        refuse(decision, Ledger.ASKED_NO, Refusals.denied());
    }

    private void letInOnce(Decision now) {
        letIn(
                now,
                Ledger.ASKED_YES,
                new Admitted(new Grant(wish.access(), now), Optional.of(Persistence.ONCE), Optional.empty()));
    }

    /** Lets in, unless sharing was paused meanwhile: what was decided stands, and nothing is handed out. */
    private void letIn(Decision now, String how, Admitted admitted) {
        if (outcome.isDone()) {
            return;
        }
        ledger.decided(wish, now, how);
        if (core.sharing().isPaused()) {
            outcome.completeExceptionally(Refusals.paused());
        } else {
            outcome.complete(admitted);
        }
    }

    private void refuse(Decision now, String how, VitrineException why) {
        if (!outcome.isDone()) {
            ledger.decided(wish, now, how);
            outcome.completeExceptionally(why);
        }
    }

    private Grant grant(Decision now) {
        return new Grant(wish.access(), now, key);
    }

    private Decision now() {
        return core.gate()
                .decide(wish.caller().subject(), wish.access(), wish.image().facts());
    }

    /** Goes on with the lock held, unless it has ended meanwhile. */
    private <T> void then(CompletionStage<T> stage, BiConsumer<@Nullable T, @Nullable Throwable> step) {
        stage.whenComplete((value, failure) -> core.lock().run(() -> {
            if (!outcome.isDone()) {
                guarded(() -> step.accept(value, failure));
            }
        }));
    }

    /** Whatever fails, the wish ends: nobody waits for ever. */
    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.error("A wish could not be decided", e);
            withdraw(new VitrineException(ErrorName.INTERNAL, "The request failed within the broker", e));
        }
    }
}
