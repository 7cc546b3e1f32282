package org.vitrine.broker.access;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Answers every question at once: there is no dialog yet. */
public final class NobodyToAsk implements Asker {
    /** Makes it. */
    public NobodyToAsk() {}

    @Override
    public CompletionStage<Answer> ask(Question question) {
        return CompletableFuture.completedFuture(Answer.NOBODY_TO_ASK);
    }
}
