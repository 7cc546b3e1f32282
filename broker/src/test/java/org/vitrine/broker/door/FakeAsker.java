package org.vitrine.broker.door;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.vitrine.broker.access.Answer;
import org.vitrine.broker.access.Asker;
import org.vitrine.broker.access.Asking;
import org.vitrine.broker.access.Question;

/** Holds questions until the test answers them. */
final class FakeAsker implements Asker {
    final List<Put> questions = new ArrayList<>();

    /** A question that was put. */
    static final class Put implements Asking {
        final Question question;
        final CompletableFuture<Answer> answer = new CompletableFuture<>();
        boolean withdrawn;

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

    Put only() {
        if (questions.size() != 1) {
            throw new AssertionError("there are " + questions.size() + " questions");
        }
        return questions.getFirst();
    }
}
