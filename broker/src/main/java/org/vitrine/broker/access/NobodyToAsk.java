package org.vitrine.broker.access;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Answers every question at once: there is nobody to ask. */
public final class NobodyToAsk implements Asker {
    /** Makes it. */
    public NobodyToAsk() {}

    @Override
    public Asking ask(Question question) {
        return new Asking() {
            @Override
            public CompletionStage<Answer> answer() {
                return CompletableFuture.completedFuture(Answer.NOBODY_TO_ASK);
            }

            @Override
            public void withdraw() {}
        };
    }
}
