package org.vitrine.broker.door.admin;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.vitrine.api.dbus.generated.AdminQuestions1;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.broker.access.Answer;
import org.vitrine.broker.consent.AgentDesk;
import org.vitrine.broker.consent.PendingQuestion;
import org.vitrine.broker.door.Call;
import org.vitrine.broker.door.Options;
import org.vitrine.broker.grants.Persistence;
import org.vitrine.fd.Fd;
import org.vitrine.wire.ReceivedFd;

/** Answers org.vitrine.AdminQuestions1. */
final class AdminQuestionMethods implements AdminQuestions1.Handler<Call, ReceivedFd, Fd> {
    private final AgentDesk desk;

    AdminQuestionMethods(AgentDesk desk) {
        this.desk = desk;
    }

    @Override
    public CompletionStage<Void> registerAgent(Call call) {
        desk.register(call.caller().name());
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Void> unregisterAgent(Call call) {
        desk.unregister(call.caller().name());
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<AdminQuestions1.ListQuestionsOut<Fd>> listQuestions(Call call) {
        return CompletableFuture.completedFuture(new AdminQuestions1.ListQuestionsOut<>(desk.pending().stream()
                .map(pending -> new AdminQuestions1.ListedQuestion<>(pending.serial(), AdminAgents.describe(pending)))
                .toList()));
    }

    @Override
    public CompletionStage<Void> answer(Call call, AdminQuestions1.AnswerIn<ReceivedFd> in) {
        Persistence persistence = AdminWords.persistence(in.persistence());
        Answer answer = AdminWords.answerToQuestion(in.answer(), persistence);
        PendingQuestion pending = desk.pending().stream()
                .filter(question -> question.serial() == in.question())
                .findFirst()
                .orElseThrow(AdminQuestionMethods::noSuchQuestion);
        if (persistence != Persistence.ONCE) {
            requireRememberable(pending, answer);
        }
        if (!desk.answer(in.question(), answer)) {
            throw noSuchQuestion();
        }
        return CompletableFuture.completedFuture(null);
    }

    private static void requireRememberable(PendingQuestion pending, Answer answer) {
        if (answer.kind() == Answer.Kind.NO_ANSWER) {
            throw Options.invalid("A dismissed question is not remembered: its persistence is once");
        }
        if (!pending.question().terms().rememberable()) {
            throw Options.invalid(
                    "This answer can't be remembered, because one of the programs is not known: say once");
        }
    }

    private static VitrineException noSuchQuestion() {
        return new VitrineException(
                ErrorName.NOT_FOUND, "The question does not wait any more, or never did: see ListQuestions");
    }
}
