package org.vitrine.broker.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vitrine.api.dbus.UniqueName;
import org.vitrine.broker.access.Answer;
import org.vitrine.broker.access.Asking;

/** Questions that go to agents, or to nobody. */
class AgentsTest {
    private static final String APP = "org.example.Viewer";
    private static final UniqueName AGENT = new UniqueName(":1.70");
    private static final UniqueName OTHER = new UniqueName(":1.71");

    /** Notes what agents hear. */
    private static final class Heard implements AgentDesk.Listener {
        private final List<String> lines = new ArrayList<>();

        @Override
        public void asked(PendingQuestion question, List<UniqueName> agents) {
            lines.add("asked " + question.words().subtitle() + " " + agents);
        }

        @Override
        public void ended(PendingQuestion question, List<UniqueName> agents) {
            lines.add("ended " + question.words().subtitle() + " " + agents);
        }
    }

    @Test
    void hasNobodyToAskWithoutDialogAndAgents() {
        Asked asked = Asked.withoutDialog(ConsentDefault.DENY);
        assertThat(asked.answerOf(asked.ask(Questions.of(APP, "a")))).contains(Answer.NOBODY_TO_ASK);
    }

    @Test
    void allowsOnceWhereThatIsConfiguredAndNobodyIsThere() {
        Asked asked = Asked.withoutDialog(ConsentDefault.ALLOW);
        assertThat(asked.answerOf(asked.ask(Questions.of(APP, "a")))).contains(Asked.YES);
    }

    @Test
    void showsAllQuestionsToAllAgents() {
        Asked asked = Asked.withoutDialog(ConsentDefault.DENY);
        Heard heard = new Heard();
        asked.consent.listen(heard);
        asked.consent.register(AGENT);
        asked.consent.register(OTHER);
        asked.ask(Questions.of(APP, "a"));
        asked.ask(Questions.of(APP, "b"));
        assertThat(heard.lines).containsExactly("asked a [:1.70, :1.71]", "asked b [:1.70, :1.71]");
        assertThat(asked.consent.pending())
                .extracting(question -> question.words().subtitle())
                .containsExactly("a", "b");
    }

    @Test
    void countsTheFirstAgentsAnswer() {
        Asked asked = Asked.withoutDialog(ConsentDefault.DENY);
        Heard heard = new Heard();
        asked.consent.listen(heard);
        asked.consent.register(AGENT);
        Asking asking = asked.ask(Questions.of(APP, "a"));
        long serial = asked.consent.pending().getFirst().serial();
        assertThat(asked.consent.answer(serial, Asked.ALWAYS)).isTrue();
        assertThat(asked.consent.answer(serial, Asked.NO)).isFalse();
        assertThat(asked.consent.answer(serial + 1, Asked.NO)).isFalse();
        assertThat(asked.answerOf(asking)).contains(Asked.ALWAYS);
        assertThat(heard.lines).containsExactly("asked a [:1.70]", "ended a [:1.70]");
        assertThat(asked.consent.pending()).isEmpty();
        assertThat(asked.steps.alarms()).isZero();
    }

    @Test
    void waitsAsLongAsOneAgentIsThere() {
        Asked asked = Asked.withoutDialog(ConsentDefault.DENY);
        asked.consent.register(AGENT);
        asked.consent.register(OTHER);
        Asking asking = asked.ask(Questions.of(APP, "a"));
        asked.consent.unregister(AGENT);
        asked.consent.unregister(AGENT);
        assertThat(asked.answerOf(asking)).isEmpty();
        asked.consent.unregister(OTHER);
        assertThat(asked.answerOf(asking)).contains(Answer.NOBODY_TO_ASK);
        assertThat(asked.consent.pending()).isEmpty();
    }

    @Test
    void endsAQuestionThatNoAgentAnswersInTime() {
        Asked asked = Asked.withoutDialog(ConsentDefault.ALLOW);
        asked.consent.register(AGENT);
        Asking asking = asked.ask(Questions.of(APP, "a"));
        asked.steps.pass(Asked.PATIENCE);
        assertThat(asked.answerOf(asking)).contains(Answer.NO_ANSWER);
        assertThat(asked.consent.pending()).isEmpty();
    }

    @Test
    void tellsAgentsOfAQuestionThatWasWithdrawn() {
        Asked asked = Asked.withoutDialog(ConsentDefault.DENY);
        Heard heard = new Heard();
        asked.consent.listen(heard);
        asked.consent.register(AGENT);
        Asking asking = asked.ask(Questions.of(APP, "a"));
        asking.withdraw();
        assertThat(asked.answerOf(asking)).contains(Answer.NO_ANSWER);
        assertThat(heard.lines).containsExactly("asked a [:1.70]", "ended a [:1.70]");
    }

    @Test
    void leavesAgentsAloneWhereThereIsADialog() {
        Asked asked = Asked.withDialog();
        asked.consent.register(AGENT);
        asked.ask(Questions.of(APP, "a"));
        assertThat(asked.dialog.titles()).containsExactly("a");
        assertThat(asked.consent.pending()).isEmpty();
    }

    @Test
    void putsAQuestionThatTheDialogFailedAtToAgents() {
        Asked asked = Asked.withDialog(ConsentDefault.ALLOW);
        asked.consent.register(AGENT);
        Asking asking = asked.ask(Questions.of(APP, "a"));
        asked.dialog.last().fail();
        asked.steps.settle();
        assertThat(asked.consent.pending()).hasSize(1);
        assertThat(asked.answerOf(asking)).isEmpty();
        asked.consent.unregister(AGENT);
        assertThat(asked.answerOf(asking)).contains(Answer.NO_ANSWER);
    }

    @Test
    void takesNoAgentForNobody() {
        Asked asked = Asked.withoutDialog(ConsentDefault.DENY);
        assertThatThrownBy(() -> asked.consent.answer(1, Answer.NOBODY_TO_ASK))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
