package org.vitrine.broker.consent;

import java.time.Duration;
import java.util.Optional;
import org.vitrine.broker.access.Answer;
import org.vitrine.broker.access.Asking;
import org.vitrine.broker.access.Question;
import org.vitrine.broker.grants.Persistence;

/** Consent with a screen, a thread and a clock that the test holds. */
final class Asked {
    static final Duration PATIENCE = Duration.ofSeconds(60);
    static final Answer YES = new Answer(Answer.Kind.YES, Persistence.ONCE);
    static final Answer NO = new Answer(Answer.Kind.NO, Persistence.ONCE);
    static final Answer ALWAYS = new Answer(Answer.Kind.YES, Persistence.UNTIL_REVOKED);

    final StepByStep steps = new StepByStep();
    final FakeDialog dialog = new FakeDialog();
    final Consent consent;

    private Asked(boolean withDialog, ConsentDefault otherwise) {
        this.consent = new Consent(
                new ConsentSettings(PATIENCE, otherwise, 100),
                withDialog ? Optional.of(dialog) : Optional.empty(),
                question -> new PendingQuestion.Words("", question.image().title(), ""),
                steps);
    }

    static Asked withDialog() {
        return new Asked(true, ConsentDefault.DENY);
    }

    static Asked withDialog(ConsentDefault otherwise) {
        return new Asked(true, otherwise);
    }

    static Asked withoutDialog(ConsentDefault otherwise) {
        return new Asked(false, otherwise);
    }

    /** Asks, and lets all happen that follows. */
    Asking ask(Question question) {
        Asking asking = consent.ask(question);
        steps.settle();
        return asking;
    }

    /** Returns what an asking was answered by now. */
    Optional<Answer> answerOf(Asking asking) {
        steps.settle();
        return Optional.ofNullable(asking.answer().toCompletableFuture().getNow(null));
    }
}
