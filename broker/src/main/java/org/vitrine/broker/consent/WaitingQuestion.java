package org.vitrine.broker.consent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrine.broker.access.Answer;
import org.vitrine.broker.access.Question;
import org.vitrine.broker.grants.Persistence;

/** A question that waits for its answer, and all who asked it. Guarded by the lock of {@link Consent}. */
final class WaitingQuestion {
    private final long serial;
    private final Question question;
    private final List<WaitingAsking> askings = new ArrayList<>();
    private Optional<PendingQuestion> worded = Optional.empty();
    private boolean over;

    WaitingQuestion(long serial, Question question) {
        this.serial = serial;
        this.question = question;
    }

    Question question() {
        return question;
    }

    List<WaitingAsking> askings() {
        return askings;
    }

    /** Returns it with its words; empty as long as there are none. */
    Optional<PendingQuestion> worded() {
        return worded;
    }

    /** Returns it with its words, of which there must be some by now. */
    PendingQuestion pending() {
        return worded.orElseThrow();
    }

    void word(PendingQuestion.Words words) {
        worded = Optional.of(new PendingQuestion(serial, question, words));
    }

    boolean isOver() {
        return over;
    }

    void end() {
        over = true;
    }

    /** Returns an answer as it can be kept: nothing is remembered of what can't be, nor of silence. */
    Answer kept(Answer answer) {
        boolean said = answer.kind() == Answer.Kind.YES || answer.kind() == Answer.Kind.NO;
        return said && question.terms().rememberable() ? answer : new Answer(answer.kind(), Persistence.ONCE);
    }
}
