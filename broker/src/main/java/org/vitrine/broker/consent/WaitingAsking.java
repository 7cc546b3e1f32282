package org.vitrine.broker.consent;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.vitrine.broker.access.Answer;
import org.vitrine.broker.access.Asking;

/** One who waits for an answer. */
final class WaitingAsking implements Asking {
    private final WaitingQuestion question;
    private final Consumer<WaitingAsking> withdrawal;
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();

    WaitingAsking(WaitingQuestion question, Consumer<WaitingAsking> withdrawal) {
        this.question = question;
        this.withdrawal = withdrawal;
    }

    WaitingQuestion question() {
        return question;
    }

    /** Answers, unless it was answered before. Not with a lock held: what follows may take others. */
    void complete(Answer given) {
        answer.complete(given);
    }

    @Override
    public CompletionStage<Answer> answer() {
        return answer.minimalCompletionStage();
    }

    @Override
    public void withdraw() {
        withdrawal.accept(this);
    }
}
