package org.vitrine.client;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.vitrine.api.error.VitrineException;

/** Waits for answers of the broker. Each comes or fails within the invoker's timeout. */
final class Replies {
    private Replies() {}

    /**
     * Waits for an answer.
     *
     * @throws VitrineException what the broker refused with
     */
    static <T> T await(CompletionStage<T> answer) {
        try {
            return answer.toCompletableFuture().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof VitrineException refused) {
                throw new VitrineException(refused.name(), refused.text(), refused);
            }
            throw e;
        }
    }
}
