package org.vitrine.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.client.admin.AskedQuestion;
import org.vitrine.client.admin.AskedQuestion.Words;

final class AgentLoopTest {
    private final List<String> happened = new ArrayList<>();
    private final AgentLoop loop =
            new AgentLoop((question, word) -> happened.add(question + "=" + word), new RecordingScreen());

    @Test
    void asksOneQuestionAfterTheOther() throws InterruptedException {
        loop.listener().asked(question(1, true));
        loop.listener().asked(question(2, true));
        loop.listener().asked(question(1, true));

        type("y\n NEVER\nnever\n");

        assertThat(happened)
                .containsExactly(
                        "ready", "asked 1", "1=YES", "answered 1", "asked 2", "unknown 2", "2=NEVER", "answered 2");
    }

    @Test
    void rememberedAnswersAreTakenOnlyWhereTheyCanBe() throws InterruptedException {
        loop.listener().asked(question(1, false));

        type("always\nrunning\nnever\nd\n");

        assertThat(happened)
                .containsExactly("ready", "asked 1", "unknown 1", "unknown 1", "unknown 1", "1=DISMISS", "answered 1");
    }

    @Test
    void whatIsTypedBeforeAQuestionAnswersNone() throws InterruptedException {
        type("y\n");

        assertThat(happened).containsExactly("ready", "ignored");
    }

    @Test
    void aQuestionThatIsTakenBackTakesTheNextLineWithIt() throws InterruptedException {
        loop.listener().asked(question(1, true));
        loop.listener().ended(1);
        loop.listener().asked(question(2, true));

        type("y\nn\n");

        assertThat(happened)
                .containsExactly("ready", "asked 1", "withdrawn 1", "asked 2", "ignored", "2=NO", "answered 2");
    }

    @Test
    void aQuestionThatSomebodyElseAnsweredIsNoFailure() throws InterruptedException {
        AgentLoop late = new AgentLoop(
                (question, word) -> {
                    throw new VitrineException(ErrorName.NOT_FOUND, "gone");
                },
                new RecordingScreen());
        late.listener().asked(question(1, true));
        late.readAnswers(lines("y\n"));
        late.run();

        assertThat(happened).containsExactly("ready", "asked 1", "withdrawn 1");
    }

    @Test
    void endsWhenTheBusIsGone() {
        loop.lost();
        assertThatExceptionOfType(VitrineException.class).isThrownBy(loop::run);
    }

    private void type(String text) throws InterruptedException {
        loop.readAnswers(lines(text));
        loop.run();
    }

    private static AnswerLines lines(String text) {
        return new AnswerLines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static AskedQuestion question(long id, boolean rememberable) {
        return new AskedQuestion(
                id,
                new Words("Look", "May it?", ""),
                "org.example.Viewer",
                "read",
                "org.example.Camera",
                "Front",
                rememberable,
                Optional.empty());
    }

    private final class RecordingScreen implements AgentScreen {
        @Override
        public void ready() {
            happened.add("ready");
        }

        @Override
        public void asked(AskedQuestion question) {
            happened.add("asked " + question.id());
        }

        @Override
        public void answered(AskedQuestion question, String word) {
            happened.add("answered " + question.id());
        }

        @Override
        public void withdrawn(AskedQuestion question) {
            happened.add("withdrawn " + question.id());
        }

        @Override
        public void unknown(AskedQuestion question) {
            happened.add("unknown " + question.id());
        }

        @Override
        public void ignored() {
            happened.add("ignored");
        }
    }
}
