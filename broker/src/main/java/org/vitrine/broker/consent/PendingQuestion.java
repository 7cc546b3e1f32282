package org.vitrine.broker.consent;

import org.vitrine.broker.access.Question;

/**
 * Holds a question that an agent can answer.
 *
 * @param serial its never-reused number
 * @param question what is asked
 * @param words the question in words, as a dialog would have it
 */
public record PendingQuestion(long serial, Question question, Words words) {
    /**
     * Holds a question in words, made harmless for any screen.
     *
     * @param title a few words
     * @param subtitle the question, as one sentence
     * @param body what else there is to know; may be empty
     */
    public record Words(String title, String subtitle, String body) {}
}
