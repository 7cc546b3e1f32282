package org.vitrine.broker.access;

import java.util.concurrent.CompletionStage;
import org.vitrine.broker.identity.Caller;
import org.vitrine.policy.Action;
import org.vitrine.policy.ImageFacts;

/** Puts a question to the person in front of the screen. */
@FunctionalInterface
public interface Asker {
    /** Asks, without blocking. The stage completes in the end, on any thread. */
    CompletionStage<Answer> ask(Question question);

    /**
     * Holds what is asked.
     *
     * @param caller who wants it
     * @param access read or write
     * @param image which image
     * @param reason what the caller says it is for; untrusted, may be empty
     * @param parentWindow the window that a dialog belongs to, as portals write it; may be empty
     */
    record Question(Caller caller, Action access, ImageFacts image, String reason, String parentWindow) {}

    /** Lists how a question ends. */
    enum Answer {
        YES,
        NO,
        /** The person closed the question without an answer. */
        DISMISSED,
        /** There is nobody who could be asked. */
        NOBODY_TO_ASK
    }
}
