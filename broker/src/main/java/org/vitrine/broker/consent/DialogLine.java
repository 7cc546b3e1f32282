package org.vitrine.broker.consent;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vitrine.broker.access.Answer;

/**
 * Lets questions wait for the screen, on which there is one at a time. Guarded by the lock of {@link Consent}; the
 * dialog is called without it.
 */
final class DialogLine {
    /** How long a dialog has to close before the next question is shown all the same. */
    static final Duration CLOSING = Duration.ofSeconds(5);

    private final Dialog dialog;
    private final Duration patience;
    private final ConsentTasks tasks;
    private final Outcomes outcomes;
    private final Deque<WaitingQuestion> line = new ArrayDeque<>();
    private @Nullable Turn now;

    DialogLine(Dialog dialog, Duration patience, ConsentTasks tasks, Outcomes outcomes) {
        this.dialog = dialog;
        this.patience = patience;
        this.tasks = tasks;
        this.outcomes = outcomes;
    }

    /** One question's turn on the screen. */
    private final class Turn {
        private final WaitingQuestion question;
        private Dialog.@Nullable Showing showing;
        private Later.Alarm alarm;
        private boolean closing;

        Turn(WaitingQuestion question) {
            this.question = question;
            this.alarm = tasks.lockedAfter(patience, this::expire);
            PendingQuestion pending = question.pending();
            tasks.unlocked(() -> begin(pending));
        }

        /** Runs without the lock. */
        private void begin(PendingQuestion pending) {
            Dialog.Showing shown = dialog.show(pending);
            tasks.locked(() -> {
                showing = shown;
                if (closing) {
                    tasks.unlocked(shown::close);
                }
            });
            shown.outcome()
                    .whenComplete((outcome, failure) ->
                            tasks.lockedLater(() -> end(outcome == null ? Optional.empty() : outcome)));
        }

        private void expire() {
            outcomes.answered(question, Answer.NO_ANSWER);
            close();
        }

        void close() {
            if (closing) {
                return;
            }
            closing = true;
            alarm.cancel();
            alarm = tasks.lockedAfter(CLOSING, () -> end(Optional.empty()));
            Dialog.Showing shown = showing;
            if (shown != null) {
                tasks.unlocked(shown::close);
            }
        }

        private void end(Optional<Answer> outcome) {
            if (now != this) {
                return;
            }
            now = null;
            alarm.cancel();
            if (!question.isOver()) {
                outcome.ifPresentOrElse(
                        answer -> outcomes.answered(question, answer), () -> outcomes.dialogFailed(question));
            }
            showNext();
        }
    }

    /** Puts a question at the end of the line. */
    void add(WaitingQuestion question) {
        line.add(question);
        showNext();
    }

    /** Takes a question back, from the line or from the screen. */
    void remove(WaitingQuestion question) {
        Turn turn = now;
        if (!line.remove(question) && turn != null && turn.question == question) {
            turn.close();
        }
    }

    private void showNext() {
        WaitingQuestion next = now == null ? line.poll() : null;
        if (next != null) {
            now = new Turn(next);
        }
    }
}
