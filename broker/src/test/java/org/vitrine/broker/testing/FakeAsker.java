package org.vitrine.broker.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.vitrine.broker.access.Answer;
import org.vitrine.broker.access.Asker;
import org.vitrine.broker.access.Asking;
import org.vitrine.broker.access.Question;

/** Holds questions until the test answers them. */
public final class FakeAsker implements Asker {
    /** What was asked, in order. */
    public final List<Put> questions = new ArrayList<>();

    /** A question that was put. */
    public static final class Put implements Asking {
        /** What is asked. */
        public final Question question;

        /** Completed by the test. */
        public final CompletableFuture<Answer> answer = new CompletableFuture<>();

        /** Whether it was taken back. */
        public boolean withdrawn;

        Put(Question question) {
            this.question = question;
        }

        @Override
        public CompletionStage<Answer> answer() {
            return answer;
        }

        @Override
        public void withdraw() {
            withdrawn = true;
            answer.complete(Answer.NO_ANSWER);
        }
    }

    @Override
    public Asking ask(Question question) {
        Put put = new Put(question);
        questions.add(put);
        return put;
    }

    /** Returns the only question that was put. */
    public Put only() {
        if (questions.size() != 1) {
            throw new AssertionError("there are " + questions.size() + " questions");
        }
        return questions.getFirst();
    }
}
