package org.vitrine.broker.consent;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.vitrine.broker.access.Answer;
import org.vitrine.broker.access.Asking;

/** One who need not wait. */
record SettledAsking(Answer given) implements Asking {
    @Override
    public CompletionStage<Answer> answer() {
        return CompletableFuture.completedStage(given);
    }

    @Override
    public void withdraw() {}
}
