package org.vitrine.broker.access;

import org.vitrine.broker.grants.Persistence;

/**
 * Says how a question ended.
 *
 * @param kind what was answered
 * @param persistence how long it holds; ONCE unless the answer is yes or no
 */
public record Answer(Kind kind, Persistence persistence) {
    /** Nobody answered: the question was closed, was taken back, or took too long. Never remembered, and not a no. */
    public static final Answer NO_ANSWER = new Answer(Kind.NO_ANSWER, Persistence.ONCE);

    /** There is nobody to ask. */
    public static final Answer NOBODY_TO_ASK = new Answer(Kind.NOBODY_TO_ASK, Persistence.ONCE);

    /** Lists how a question can end. */
    public enum Kind {
        /** The user allows it. */
        YES,
        /** The user refuses it. */
        NO,
        /** The user said neither. */
        NO_ANSWER,
        /** There is no dialog and no agent. */
        NOBODY_TO_ASK
    }
}
