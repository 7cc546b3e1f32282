package org.vitrine.client;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.vitrine.api.error.Category;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;

/** Waits for answers of the broker. Each comes or fails within the invoker's timeout. */
final class Replies {
    private static final Set<ErrorName> GONE_ALREADY = EnumSet.of(ErrorName.NOT_FOUND, ErrorName.UNKNOWN_OBJECT);

    private Replies() {}

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

    /** Waits until something is given back. That it is gone already, with the broker or without, is as good. */
    static void awaitEnd(CompletionStage<Void> answer) {
        try {
            await(answer);
        } catch (VitrineException e) {
            if (e.name().category() != Category.PEER_GONE && !GONE_ALREADY.contains(e.name())) {
                throw e;
            }
        }
    }
}
