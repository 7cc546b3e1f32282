package org.vitrine.broker.consent;

import org.vitrine.broker.access.Question;

/** Puts questions into words. May read files. */
@FunctionalInterface
public interface Wording {
    /** Words a question. Never fails. */
    PendingQuestion.Words words(Question question);
}
