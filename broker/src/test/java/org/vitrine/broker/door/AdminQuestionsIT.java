package org.vitrine.broker.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.broker.testing.Peer.get;
import static org.vitrine.broker.testing.Peer.value;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.api.dbus.UniqueName;
import org.vitrine.api.dbus.generated.AdminQuestions1;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.broker.access.Answer;
import org.vitrine.broker.access.Question;
import org.vitrine.broker.consent.PendingQuestion;
import org.vitrine.broker.grants.Persistence;
import org.vitrine.broker.identity.Caller;
import org.vitrine.broker.testing.Peer;
import org.vitrine.fd.Fd;
import org.vitrine.fd.LeakCheck;
import org.vitrine.fd.OwnedFd;
import org.vitrine.policy.Action;
import org.vitrine.policy.ImageFacts;

/** The admin door, with a fake behind it that has questions. */
@ExtendWith(LeakCheck.class)
class AdminQuestionsIT {
    private final DoorsOnABus doors = new DoorsOnABus();
    private final AdminQuestions1.Client<Fd, OwnedFd> questions =
            new AdminQuestions1.Client<>(doors.admin().adminDoor(), Peer.ADMIN);

    @AfterEach
    void stop() {
        doors.close();
    }

    @Test
    void tellsAgentsAloneOfQuestionsUntilTheyAreAnswered() {
        get(questions.registerAgent());
        get(questions.registerAgent());
        doors.agents().ask(question(7, true));

        List<Object> asked = doors.admin().signal("QuestionAsked").body();
        assertThat(asked.getFirst()).isEqualTo(7L);
        Map<?, ?> properties = (Map<?, ?>) asked.get(1);
        assertThat(value(properties, "sentence")).isEqualTo("May it look?");
        assertThat(value(properties, "app")).isEqualTo(DoorsOnABus.VIEWER);
        assertThat(value(properties, "evidence")).isEqualTo("strong");
        assertThat(value(properties, "title")).isEqualTo("Front");
        assertThat(value(properties, "rememberable")).isEqualTo(true);
        assertThat(value(properties, "longest_ms")).isEqualTo(60_000L);
        assertThat(get(questions.listQuestions()).questions())
                .singleElement()
                .satisfies(listed -> assertThat(listed.properties()).isEqualTo(properties));

        get(questions.answer(7, "yes", "always"));

        assertThat(doors.agents().answers()).containsEntry(7L, new Answer(Answer.Kind.YES, Persistence.UNTIL_REVOKED));
        assertThat(doors.admin().signal("QuestionEnded").body()).containsExactly(7L);
        assertThat(get(questions.listQuestions()).questions()).isEmpty();
        assertThat(error(() -> get(questions.answer(7, "yes", "once")))).isEqualTo(ErrorName.NOT_FOUND);
        assertThat(doors.consumer().signalsOf("QuestionAsked")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"perhaps,once", "yes,forever", "dismiss,always", "no,running", "yes,always"})
    void refusesAnswersThatMakeNoSense(String answer, String persistence) {
        doors.agents().ask(question(8, false));

        assertThat(error(() -> get(questions.answer(8, answer, persistence)))).isEqualTo(ErrorName.INVALID_ARGUMENT);
        assertThat(doors.agents().answers()).isEmpty();
        get(questions.answer(8, "dismiss", "once"));
        assertThat(doors.agents().answers()).containsEntry(8L, Answer.NO_ANSWER);
    }

    @Test
    void forgetsAnAgentThatDoesNotWantItAnyMoreOrLeaves() {
        Peer leaving = Peer.connect(doors.bus().address());
        UniqueName name = leaving.bus().uniqueName();
        get(new AdminQuestions1.Client<>(leaving.adminDoor(), Peer.ADMIN).registerAgent());
        get(questions.registerAgent());
        assertThat(doors.agents().agents()).hasSize(2);

        leaving.close();
        while (doors.agents().agents().contains(name)) {
            get(questions.listQuestions()); // until the bus has told of it; the runner has a time limit
        }
        get(questions.unregisterAgent());
        assertThat(doors.agents().agents()).isEmpty();
    }

    private static PendingQuestion question(long serial, boolean rememberable) {
        Question question = new Question(
                new Caller(new UniqueName(":1.99"), 1000, Optional.empty(), DoorsOnABus.viewer()),
                Action.READ,
                new ImageFacts(DoorsOnABus.CAMERA, "Front", List.of()),
                new Question.Request("to look", "", Persistence.UNTIL_REVOKED),
                new Question.Terms(Optional.of(Duration.ofMinutes(1)), rememberable));
        return new PendingQuestion(serial, question, new PendingQuestion.Words("Look", "May it look?", ""));
    }

    private static ErrorName error(Runnable call) {
        try {
            call.run();
        } catch (VitrineException e) {
            return e.name();
        }
        throw new AssertionError("no error");
    }
}
