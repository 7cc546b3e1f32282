package org.vitrine.client.admin;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.vitrine.api.error.VitrineException;

/** Waits for answers of the broker. Each comes or fails within the invoker's timeout. */
final class Answers {
    private Answers() {}

    /**
     * Waits for an answer.
     *
     * @throws VitrineException what the broker refused with; its stack trace is the caller's
     */
    static <T> T await(CompletionStage<T> answer) {
        try {
            return answer.toCompletableFuture().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof VitrineException refused) {
                throw new VitrineException(refused.name(), refused.text(), refused);
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
