package org.vitrine.broker.consent;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.vitrine.broker.access.Answer;

/** Shows questions on a screen, one at a time. */
public interface Dialog {
    /** Shows a question. Never blocks. */
    Showing show(PendingQuestion question);

    /** Follows a question that is shown. */
    interface Showing {
        /**
         * Returns the answer, empty if the dialog failed and the question may be put to somebody else. Completes on any
         * thread, and may be late or never come.
         */
        CompletionStage<Optional<Answer>> outcome();

        /** Asks the dialog to close, upon which {@link #outcome} comes. Never blocks. */
        void close();
    }
}
