package org.vitrine.checks.dialogs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.api.dbus.UniqueName;
import org.vitrine.broker.access.Answer;
import org.vitrine.broker.access.Answer.Kind;
import org.vitrine.broker.access.Asking;
import org.vitrine.broker.grants.Persistence;
import org.vitrine.checks.stage.Eventually;
import org.vitrine.checks.stage.ScriptedBackend;
import org.vitrine.fd.LeakCheck;
import org.vitrine.wire.testing.PrivateBus;

/** What a desktop's dialog may do, and what the broker makes of it. */
@ExtendWith(LeakCheck.class)
class ScriptedDialogIT {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private PrivateBus bus;
    private ScriptedBackend backend;

    @BeforeEach
    void start() {
        bus = PrivateBus.start();
        backend = ScriptedBackend.start(bus);
    }

    @AfterEach
    void end() {
        backend.close();
        bus.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pairs", "dict", "keys"})
    void takesAYesThatIsToHoldAlways(String shape) {
        backend.act("{\"response\": 0, \"remember\": \"always\", \"shape\": \"" + shape + "\"}");
        assertThat(answerTo("Front camera")).isEqualTo(new Answer(Kind.YES, Persistence.UNTIL_REVOKED));
    }

    @Test
    void takesANo() {
        backend.act("{\"response\": 1}").act("{\"response\": 1, \"remember\": \"always\"}");
        assertThat(answerTo("Front camera")).isEqualTo(new Answer(Kind.NO, Persistence.ONCE));
        assertThat(answerTo("Front camera")).isEqualTo(new Answer(Kind.NO, Persistence.UNTIL_REVOKED));
    }

    @Test
    void takesADismissedDialogForNoAnswer() {
        backend.act("{\"response\": 2}");
        assertThat(answerTo("Front camera")).isEqualTo(Answer.NO_ANSWER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\": \"org.freedesktop.DBus.Error.LimitsExceeded\"}",
                "{\"error\": \"org.example.Own\"}",
                "{\"nonsense\": true}",
                "{\"vanish\": true}"
            })
    void hasNoAnswerFromADialogThatFails(String act) {
        backend.act(act);
        assertThat(answerTo("Front camera")).isEqualTo(Answer.NO_ANSWER);
    }

    @Test
    void hasNoAnswerFromABackendThatCanNotBeStarted() {
        backend.close();
        assertThat(answerTo("Front camera")).isEqualTo(Answer.NO_ANSWER);
    }

    @Test
    void putsAQuestionThatADialogFailedAtToTheAgents() {
        backend.act("{\"vanish\": true}");
        try (Curious curious = Curious.of(bus, ScriptedBackend.NAME, LONG)) {
            curious.consent().register(new UniqueName(":1.900"));
            Asking asking = curious.ask("Front camera");
            assertThat(Eventually.holds(
                            PATIENCE, () -> !curious.consent().pending().isEmpty()))
                    .isTrue();
            long serial = curious.consent().pending().getFirst().serial();
            curious.consent().answer(serial, new Answer(Kind.YES, Persistence.ONCE));
            assertThat(Curious.await(asking)).isEqualTo(new Answer(Kind.YES, Persistence.ONCE));
        }
    }

    @Test
    void countsTheFirstOfTwoAnswers() {
        backend.act("{\"twice\": 1}").act("{\"response\": 0}");
        try (Curious curious = Curious.of(bus, ScriptedBackend.NAME, LONG)) {
            assertThat(Curious.await(curious.ask("Front camera")).kind()).isEqualTo(Kind.NO);
            assertThat(Curious.await(curious.ask("Front camera")).kind()).isEqualTo(Kind.YES);
        }
    }

    @Test
    void closesADialogThatNeverAnswers() {
        try (Curious curious = Curious.of(bus, ScriptedBackend.NAME, Duration.ofSeconds(1))) {
            assertThat(Curious.await(curious.ask("Front camera"))).isEqualTo(Answer.NO_ANSWER);
            assertThat(Eventually.holds(PATIENCE, () -> backend.dialogs().contains("\"closed\": true")))
                    .isTrue();
        }
    }

    @Test
    void closesTheDialogOfAQuestionThatIsWithdrawnAndShowsTheNext() {
        try (Curious curious = Curious.of(bus, ScriptedBackend.NAME, LONG)) {
            Asking first = curious.ask("Front camera");
            Asking second = curious.ask("Back camera");
            assertThat(Eventually.holds(PATIENCE, () -> backend.dialogs().contains("Front camera")))
                    .isTrue();
            assertThat(backend.dialogs()).doesNotContain("Back camera");
            backend.act("{\"response\": 0}");
            first.withdraw();
            assertThat(Curious.await(first)).isEqualTo(Answer.NO_ANSWER);
            assertThat(Curious.await(second).kind()).isEqualTo(Kind.YES);
            assertThat(backend.dialogs()).contains("\"closed\": true");
        }
    }

    @Test
    void closesItsDialogsWhenItEnds() {
        try (Curious curious = Curious.of(bus, ScriptedBackend.NAME, LONG)) {
            curious.ask("Front camera");
            assertThat(Eventually.holds(PATIENCE, () -> backend.dialogs().contains("Front camera")))
                    .isTrue();
        }
        assertThat(Eventually.holds(PATIENCE, () -> backend.dialogs().contains("\"closed\": true")))
                .isTrue();
    }

    @Test
    void showsOneDialogForAThousandAskings() {
        try (Curious curious = Curious.of(bus, ScriptedBackend.NAME, LONG)) {
            for (int i = 0; i < 1000; i++) {
                curious.ask("Front camera");
            }
            assertThat(Eventually.holds(PATIENCE, () -> backend.dialogCount() > 0))
                    .isTrue();
            curious.consent().close();
            assertThat(Eventually.holds(PATIENCE, () -> backend.dialogs().contains("\"closed\": true")))
                    .isTrue();
            assertThat(backend.dialogCount()).isEqualTo(1);
        }
    }

    @Test
    void offersToRememberOnlyWhatCanBeRememberedAndStartsFromTheWish() {
        backend.act("{\"response\": 0}").act("{\"response\": 0}");
        try (Curious curious = Curious.of(bus, ScriptedBackend.NAME, LONG)) {
            Curious.await(curious.ask("a", Persistence.WHILE_RUNNING, "x11:1a2b", false));
            assertThat(backend.dialogs())
                    .contains("\"app_id\": \"org.example.Viewer\"", "\"parent\": \"x11:1a2b\"")
                    .doesNotContain("choices");
            Curious.await(curious.ask("b", Persistence.WHILE_RUNNING, "x11:1; rm -rf", true));
            assertThat(List.of(backend.dialogs().split("\"app_id\"", -1)).getLast())
                    .contains("\"choices\"", "\"always\"", "], \"session\"]", "\"parent\": \"\"");
        }
    }

    private Answer answerTo(String title) {
        try (Curious curious = Curious.of(bus, ScriptedBackend.NAME, LONG)) {
            return Curious.await(curious.ask(title));
        }
    }
}
