package org.vitrine.cli;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.client.admin.AnswerWord;
import org.vitrine.client.admin.AskedQuestion;
import org.vitrine.client.admin.QuestionListener;

/** Puts questions to a person one after the other. What is typed answers the question on the screen, and no other. */
final class AgentLoop {
    private static final Map<String, AnswerWord> WORDS = Map.of(
            "y", AnswerWord.YES,
            "yes", AnswerWord.YES,
            "n", AnswerWord.NO,
            "no", AnswerWord.NO,
            "d", AnswerWord.DISMISS,
            "always", AnswerWord.ALWAYS,
            "running", AnswerWord.YES_WHILE_RUNNING,
            "never", AnswerWord.NEVER);

    private final Answering answering;
    private final AgentScreen screen;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final Map<Long, AskedQuestion> waiting = new LinkedHashMap<>();
    private @Nullable AskedQuestion shown;
    private boolean swallowing;

    AgentLoop(Answering answering, AgentScreen screen) {
        this.answering = answering;
        this.screen = screen;
    }

    /** Answers a question at the broker. */
    @FunctionalInterface
    interface Answering {
        void answer(long question, AnswerWord word);
    }

    private sealed interface Event permits Asked, Ended, Typed, EndOfInput, Lost {}

    private record Asked(AskedQuestion question) implements Event {}

    private record Ended(long id) implements Event {}

    private record Typed(String line) implements Event {}

    private record EndOfInput() implements Event {}

    private record Lost() implements Event {}

    /** Returns what hears of questions. */
    QuestionListener listener() {
        return new QuestionListener() {
            @Override
            public void asked(AskedQuestion question) {
                events.add(new Asked(question));
            }

            @Override
            public void ended(long id) {
                events.add(new Ended(id));
            }
        };
    }

    /** Ends the loop: the broker or the bus is gone. */
    void lost() {
        events.add(new Lost());
    }

    /** Reads lines beside the loop, on a thread that ends with the process. */
    void readAnswers(AnswerLines lines) {
        Thread.ofPlatform().daemon().name("vitrinectl-answers").start(() -> {
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                events.add(new Typed(line.get()));
            }
            events.add(new EndOfInput());
        });
    }

    /** Goes on until the input ends. */
    void run() throws InterruptedException {
        screen.ready();
        while (true) {
            switch (events.take()) {
                case Asked(AskedQuestion question) -> waiting.putIfAbsent(question.id(), question);
                case Ended(long id) -> ended(id);
                case Typed(String line) -> typed(line.strip());
                case EndOfInput() -> {
                    return;
                }
                case Lost() -> throw new VitrineException(ErrorName.DISCONNECTED, "The bus is gone");
            }
            showNext();
        }
    }

    private void showNext() {
        Iterator<AskedQuestion> next = waiting.values().iterator();
        if (shown == null && next.hasNext()) {
            shown = next.next();
            screen.asked(shown);
        }
    }

    private void ended(long id) {
        AskedQuestion question = waiting.remove(id);
        if (question != null && question.equals(shown)) {
            shown = null;
            swallowing = true;
            screen.withdrawn(question);
        }
    }

    /** A line that was begun for a question that has gone must not answer the next one. */
    private void typed(String line) {
        AskedQuestion question = shown;
        if (question == null || swallowing) {
            swallowing = false;
            screen.ignored();
            return;
        }
        AnswerWord word = WORDS.get(line);
        if (word == null || (isRemembered(word) && !question.rememberable())) {
            screen.unknown(question);
            return;
        }
        shown = null;
        waiting.remove(question.id());
        answer(question, word, line);
    }

    private static boolean isRemembered(AnswerWord word) {
        return switch (word) {
            case ALWAYS, YES_WHILE_RUNNING, NEVER -> true;
            case YES, NO, DISMISS -> false;
        };
    }

    private void answer(AskedQuestion question, AnswerWord word, String line) {
        try {
            answering.answer(question.id(), word);
            screen.answered(question, line);
        } catch (VitrineException e) {
            if (e.name() != ErrorName.NOT_FOUND) {
                throw e;
            }
            screen.withdrawn(question);
        }
    }
}
