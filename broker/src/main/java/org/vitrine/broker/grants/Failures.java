package org.vitrine.broker.grants;

import java.util.concurrent.CompletionException;
import org.vitrine.api.error.VitrineException;

/** Names failures without repeating what a peer wrote. */
final class Failures {
    private Failures() {}

    /** Returns the failure within the wrapping that stages add. */
    static Throwable cause(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }

    /** Returns an error's name, or the class of a failure that has none. */
    static String name(Throwable failure) {
        return cause(failure) instanceof VitrineException known
                ? known.name().dbusName()
                : cause(failure).getClass().getSimpleName();
    }
}
