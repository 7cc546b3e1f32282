package org.vitrine.client.admin;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.vitrine.api.dbus.generated.AdminQuestions1;
import org.vitrine.api.error.VitrineException;
import org.vitrine.fd.Fd;
import org.vitrine.fd.OwnedFd;
import org.vitrine.wire.Bus;
import org.vitrine.wire.SignalMatch;
import org.vitrine.wire.Subscription;

/** Is told of questions until it is closed. */
final class Agent implements Subscription {
    private final AdminQuestions1.Client<Fd, OwnedFd> questions;
    private final List<Subscription> subscriptions;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Agent(AdminQuestions1.Client<Fd, OwnedFd> questions, List<Subscription> subscriptions) {
        this.questions = questions;
        this.subscriptions = subscriptions;
    }

    /** Registers, and tells of the questions that wait already. Blocks. */
    static Agent register(
            Bus bus, String door, AdminQuestions1.Client<Fd, OwnedFd> questions, QuestionListener listener) {
        SignalMatch match = SignalMatch.from(door).at(AdminDoor.ROOT).of(AdminQuestions1.NAME);
        Agent agent = new Agent(
                questions,
                List.of(
                        bus.onSignal(match.named(AdminQuestions1.QUESTION_ASKED.name()), signal -> {
                            var asked = AdminQuestions1.QuestionAskedSignal.fromBody(signal.body());
                            listener.asked(AskedQuestion.of(asked.question(), asked.properties()));
                        }),
                        bus.onSignal(match.named(AdminQuestions1.QUESTION_ENDED.name()), signal -> {
                            var ended = AdminQuestions1.QuestionEndedSignal.fromBody(signal.body());
                            listener.ended(ended.question());
                        })));
        try {
            Answers.await(questions.registerAgent());
            Answers.await(questions.listQuestions())
                    .questions()
                    .forEach(waiting -> listener.asked(AskedQuestion.of(waiting.question(), waiting.properties())));
            return agent;
        } catch (RuntimeException e) {
            agent.subscriptions.forEach(Subscription::close);
            throw e;
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            subscriptions.forEach(Subscription::close);
            try {
                questions.unregisterAgent();
            } catch (VitrineException lost) {
                return; // with the connection the agent is gone as well
            }
        }
    }
}
