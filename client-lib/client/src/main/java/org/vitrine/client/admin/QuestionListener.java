package org.vitrine.client.admin;

/** Hears of questions, on the bus's reader thread: hand the work on. */
public interface QuestionListener {
    /** A question waits for an answer. May tell of one that is known already. */
    void asked(AskedQuestion question);

    /** A question was answered, or taken back. */
    void ended(long id);
}
