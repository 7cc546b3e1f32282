package org.vitrine.broker.consent;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.api.dbus.UniqueName;
import org.vitrine.broker.access.Answer;
import org.vitrine.broker.access.Asker;
import org.vitrine.broker.access.Asking;
import org.vitrine.broker.access.Question;
import org.vitrine.broker.grants.Persistence;

/**
 * Asks the desktop's dialog; where there is none, the agents; where there is none of them either, it answers as
 * configured. A question that a dialog failed at goes to the agents; without agents it has no answer, whatever is
 * configured: nobody gets in by breaking a dialog.
 *
 * <p>Questions that are the same to the person asked share one dialog and one answer; a program that was refused three
 * times within a minute has to wait. Safe from any thread; never blocks. Answers come on the thread of the given
 * {@link Later}, with no lock held.
 */
public final class Consent implements Asker, AgentDesk, AutoCloseable {
    private final ConsentSettings settings;
    private final Wording wording;
    private final ConsentTasks tasks;
    private final AgentRoom agents;
    private final Optional<DialogLine> dialogs;
    private final Insistence insistence;
    private final Map<Likeness, WaitingQuestion> waiting = new HashMap<>();
    private int askings;
    private long lastSerial;
    private boolean closed;

    /** Asks through a dialog, if there is one. The thread stays the caller's, to be closed after this. */
    public Consent(ConsentSettings settings, Optional<? extends Dialog> dialog, Wording wording, Later later) {
        Outcomes outcomes = new Ending();
        this.settings = settings;
        this.wording = wording;
        this.tasks = new ConsentTasks(later);
        this.insistence = new Insistence(tasks);
        this.agents = new AgentRoom(settings.patience(), tasks, outcomes);
        this.dialogs = dialog.map(shown -> new DialogLine(shown, settings.patience(), tasks, outcomes));
    }

    @Override
    public Asking ask(Question question) {
        return tasks.lockedGet(() -> begin(question));
    }

    private Asking begin(Question question) {
        Likeness likeness = Likeness.of(question);
        if (closed || askings >= settings.mostAskings() || insistence.insists(likeness.program())) {
            return new SettledAsking(Answer.NO_ANSWER);
        }
        WaitingQuestion waits = waiting.computeIfAbsent(likeness, first -> open(question));
        WaitingAsking asking = new WaitingAsking(waits, one -> tasks.locked(() -> withdraw(one)));
        waits.askings().add(asking);
        askings++;
        return asking;
    }

    private WaitingQuestion open(Question question) {
        WaitingQuestion opened = new WaitingQuestion(++lastSerial, question);
        tasks.unlocked(() -> {
            PendingQuestion.Words words = wording.words(question);
            tasks.locked(() -> put(opened, words));
        });
        return opened;
    }

    private void put(WaitingQuestion question, PendingQuestion.Words words) {
        question.word(words);
        if (!question.isOver()) {
            dialogs.ifPresentOrElse(line -> line.add(question), () -> agents.put(question, otherwise()));
        }
    }

    private Answer otherwise() {
        return switch (settings.otherwise()) {
            case DENY -> Answer.NOBODY_TO_ASK;
            case ALLOW -> new Answer(Answer.Kind.YES, Persistence.ONCE);
        };
    }

    private void withdraw(WaitingAsking asking) {
        WaitingQuestion question = asking.question();
        if (question.askings().size() == 1 && question.askings().contains(asking)) {
            end(question, Answer.NO_ANSWER);
        } else if (question.askings().remove(asking)) {
            askings--;
            tasks.unlocked(() -> asking.complete(Answer.NO_ANSWER));
        }
    }

    private void end(WaitingQuestion question, Answer answer) {
        if (question.isOver()) {
            return;
        }
        question.end();
        Likeness likeness = Likeness.of(question.question());
        waiting.remove(likeness, question);
        question.worded().ifPresent(agents::remove);
        dialogs.ifPresent(line -> line.remove(question));
        List<WaitingAsking> told = List.copyOf(question.askings());
        question.askings().clear();
        askings -= told.size();
        Answer kept = question.kept(answer);
        tasks.unlocked(() -> told.forEach(asking -> asking.complete(kept)));
        note(likeness.program(), answer.kind());
    }

    private void note(Likeness.Program program, Answer.Kind kind) {
        switch (kind) {
            case YES -> insistence.forget(program);
            case NO, NO_ANSWER -> refuse(program);
            case NOBODY_TO_ASK -> {}
        }
    }

    /** Counts a refusal. What else waits of a program that insists ends without an answer. */
    private void refuse(Likeness.Program program) {
        if (closed || insistence.insists(program)) {
            return;
        }
        insistence.add(program);
        if (insistence.insists(program)) {
            waiting.entrySet().stream()
                    .filter(entry -> entry.getKey().program().equals(program))
                    .map(Map.Entry::getValue)
                    .toList()
                    .forEach(question -> end(question, Answer.NO_ANSWER));
        }
    }

    private final class Ending implements Outcomes {
        @Override
        public void answered(WaitingQuestion question, Answer answer) {
            end(question, answer);
        }

        @Override
        public void dialogFailed(WaitingQuestion question) {
            agents.put(question, Answer.NO_ANSWER);
        }
    }

    @Override
    public void register(UniqueName agent) {
        tasks.locked(() -> agents.enter(agent));
    }

    @Override
    public void unregister(UniqueName agent) {
        tasks.locked(() -> agents.leave(agent));
    }

    @Override
    public List<PendingQuestion> pending() {
        return tasks.lockedGet(agents::pending);
    }

    @Override
    public boolean answer(long serial, Answer answer) {
        if (answer.kind() == Answer.Kind.NOBODY_TO_ASK) {
            throw new IllegalArgumentException("an agent is somebody");
        }
        return tasks.lockedGet(() -> agents.answer(serial, answer));
    }

    @Override
    public void listen(Listener listener) {
        agents.listen(listener);
    }

    /** Ends what waits without an answer, and has no answer for what comes later. */
    @Override
    public void close() {
        tasks.locked(() -> {
            closed = true;
            List.copyOf(waiting.values()).forEach(question -> end(question, Answer.NO_ANSWER));
        });
    }
}
