package org.vitrine.broker.access;

import java.util.concurrent.CompletionStage;

/** Follows one question. */
public interface Asking {
    /** Returns the answer, which comes in the end, on any thread. Never fails. */
    CompletionStage<Answer> answer();

    /** Takes the question back: who asked has lost interest. A dialog closes, and no answer is NO_ANSWER. */
    void withdraw();
}
