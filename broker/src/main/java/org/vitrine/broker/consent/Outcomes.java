package org.vitrine.broker.consent;

import org.vitrine.broker.access.Answer;

/** Hears what became of questions. Called with the lock of {@link Consent} held. */
interface Outcomes {
    /** A question was answered, or nobody answers it. */
    void answered(WaitingQuestion question, Answer answer);

    /** The dialog failed, so that somebody else can be asked. */
    void dialogFailed(WaitingQuestion question);
}
