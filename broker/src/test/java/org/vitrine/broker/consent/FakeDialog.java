package org.vitrine.broker.consent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.vitrine.broker.access.Answer;

/** A screen on which the test sees everything, and answers. */
final class FakeDialog implements Dialog {
    private final List<Shown> shown = new ArrayList<>();

    /** One question on the screen. */
    static final class Shown implements Showing {
        private final PendingQuestion question;
        private final CompletableFuture<Optional<Answer>> outcome = new CompletableFuture<>();
        private int closes;

        private Shown(PendingQuestion question) {
            this.question = question;
        }

        @Override
        public CompletableFuture<Optional<Answer>> outcome() {
            return outcome;
        }

        @Override
        public void close() {
            closes++;
        }

        void answer(Answer answer) {
            outcome.complete(Optional.of(answer));
        }

        void fail() {
            outcome.complete(Optional.empty());
        }

        boolean isAskedToClose() {
            return closes > 0;
        }

        String title() {
            return question.question().image().title();
        }
    }

    @Override
    public Showing show(PendingQuestion question) {
        Shown one = new Shown(question);
        shown.add(one);
        return one;
    }

    List<String> titles() {
        return shown.stream().map(Shown::title).toList();
    }

    Shown last() {
        return shown.getLast();
    }
}
