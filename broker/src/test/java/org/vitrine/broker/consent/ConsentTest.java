package org.vitrine.broker.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vitrine.broker.access.Answer;
import org.vitrine.broker.access.Asking;

/** Questions that go to the desktop's dialog. */
class ConsentTest {
    private static final String APP = "org.example.Viewer";

    @Test
    void showsOneQuestionAtATimeInOrder() {
        Asked asked = Asked.withDialog();
        Asking first = asked.ask(Questions.of(APP, "a"));
        Asking second = asked.ask(Questions.of(APP, "b"));
        asked.ask(Questions.of("org.example.Other", "c"));
        assertThat(asked.dialog.titles()).containsExactly("a");

        asked.dialog.last().answer(Asked.YES);
        assertThat(asked.answerOf(first)).contains(Asked.YES);
        assertThat(asked.answerOf(second)).isEmpty();
        asked.dialog.last().answer(Asked.NO);
        assertThat(asked.answerOf(second)).contains(Asked.NO);
        assertThat(asked.dialog.titles()).containsExactly("a", "b", "c");
    }

    @Test
    void sharesOneDialogAndOneAnswerAmongAskingsOfTheSame() {
        Asked asked = Asked.withDialog();
        Asking one = asked.ask(Questions.of(APP, ":1.5", "a"));
        Asking same = asked.ask(Questions.of(APP, ":1.6", "a"));
        asked.dialog.last().answer(Asked.ALWAYS);
        assertThat(asked.answerOf(one)).contains(Asked.ALWAYS);
        assertThat(asked.answerOf(same)).contains(Asked.ALWAYS);
        assertThat(asked.dialog.titles()).containsExactly("a");
    }

    @Test
    void takesProgramsThatNobodyKnowsForDifferentOnes() {
        Asked asked = Asked.withDialog();
        asked.ask(Questions.of("", ":1.5", "a"));
        Asking other = asked.ask(Questions.of("", ":1.6", "a"));
        asked.dialog.last().answer(Asked.YES);
        assertThat(asked.answerOf(other)).isEmpty();
        assertThat(asked.dialog.titles()).containsExactly("a", "a");
    }

    @Test
    void showsOneDialogToWhoAsksTenThousandTimes() {
        Asked asked = Asked.withDialog();
        List<Asking> askings = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            askings.add(asked.ask(Questions.of(APP, "a")));
        }
        assertThat(asked.dialog.titles()).containsExactly("a");
        assertThat(asked.answerOf(askings.get(100))).contains(Answer.NO_ANSWER);
        assertThat(asked.answerOf(askings.get(99))).isEmpty();
        asked.dialog.last().answer(Asked.YES);
        assertThat(askings.stream().filter(asking -> asked.answerOf(asking).equals(Optional.of(Asked.YES))))
                .hasSize(100);
        assertThat(asked.answerOf(asked.ask(Questions.of(APP, "b")))).isEmpty();
    }

    @Test
    void givesNobodyAnAnswerWhoComesWhenTooManyWait() {
        Asked asked = Asked.withDialog();
        for (int i = 0; i < 100; i++) {
            asked.ask(Questions.of(APP, "image " + i));
        }
        assertThat(asked.answerOf(asked.ask(Questions.of("org.example.Other", "a"))))
                .contains(Answer.NO_ANSWER);
        asked.dialog.last().answer(Asked.NO);
        asked.steps.settle();
        assertThat(asked.answerOf(asked.ask(Questions.of("org.example.Other", "a"))))
                .isEmpty();
    }

    @Test
    void endsAQuestionThatNobodyAnswersAndClosesItsDialogBeforeTheNextOne() {
        Asked asked = Asked.withDialog();
        Asking late = asked.ask(Questions.of(APP, "a"));
        asked.ask(Questions.of(APP, "b"));
        asked.steps.pass(Asked.PATIENCE.minusSeconds(1));
        assertThat(asked.answerOf(late)).isEmpty();
        asked.steps.pass(Duration.ofSeconds(1));
        assertThat(asked.answerOf(late)).contains(Answer.NO_ANSWER);
        assertThat(asked.dialog.last().isAskedToClose()).isTrue();
        assertThat(asked.dialog.titles()).containsExactly("a");
        asked.dialog.last().answer(Answer.NO_ANSWER);
        asked.steps.settle();
        assertThat(asked.dialog.titles()).containsExactly("a", "b");
    }

    @Test
    void countsThePatienceFromWhenAQuestionIsShown() {
        Asked asked = Asked.withDialog();
        asked.ask(Questions.of(APP, "a"));
        Asking second = asked.ask(Questions.of(APP, "b"));
        asked.steps.pass(Asked.PATIENCE.minusSeconds(1));
        asked.dialog.last().answer(Asked.YES);
        asked.steps.pass(Asked.PATIENCE.minusSeconds(1));
        assertThat(asked.answerOf(second)).isEmpty();
        asked.steps.pass(Duration.ofSeconds(1));
        assertThat(asked.answerOf(second)).contains(Answer.NO_ANSWER);
    }

    @Test
    void goesOnAfterADialogThatDoesNotClose() {
        Asked asked = Asked.withDialog();
        asked.ask(Questions.of(APP, "a")).withdraw();
        asked.ask(Questions.of(APP, "b"));
        assertThat(asked.dialog.titles()).containsExactly("a");
        asked.steps.pass(DialogLine.CLOSING);
        assertThat(asked.dialog.titles()).containsExactly("a", "b");
    }

    @Test
    void countsTheFirstAnswerOnly() {
        Asked asked = Asked.withDialog();
        Asking asking = asked.ask(Questions.of(APP, "a"));
        FakeDialog.Shown late = asked.dialog.last();
        asked.steps.pass(Asked.PATIENCE);
        Asking again = asked.ask(Questions.of(APP, "a"));
        late.answer(Asked.YES);
        assertThat(asked.answerOf(asking)).contains(Answer.NO_ANSWER);
        assertThat(asked.answerOf(again)).isEmpty();
    }

    @Test
    void neverShowsAQuestionThatWasWithdrawnBefore() {
        Asked asked = Asked.withDialog();
        asked.ask(Questions.of(APP, "a"));
        Asking withdrawn = asked.ask(Questions.of(APP, "b"));
        asked.ask(Questions.of(APP, "c"));
        withdrawn.withdraw();
        withdrawn.withdraw();
        assertThat(asked.answerOf(withdrawn)).contains(Answer.NO_ANSWER);
        asked.dialog.last().answer(Asked.NO);
        asked.steps.settle();
        assertThat(asked.dialog.titles()).containsExactly("a", "c");
    }

    @Test
    void forgetsAQuestionThatIsWithdrawnBeforeItHasWords() {
        Asked asked = Asked.withDialog();
        Asking withdrawn = asked.consent.ask(Questions.of(APP, "a"));
        withdrawn.withdraw();
        assertThat(asked.answerOf(withdrawn)).contains(Answer.NO_ANSWER);
        assertThat(asked.dialog.titles()).isEmpty();
    }

    @Test
    void closesTheDialogOfAQuestionThatEverybodyWithdrew() {
        Asked asked = Asked.withDialog();
        Asking one = asked.ask(Questions.of(APP, "a"));
        Asking other = asked.ask(Questions.of(APP, "a"));
        one.withdraw();
        assertThat(asked.answerOf(one)).contains(Answer.NO_ANSWER);
        assertThat(asked.dialog.last().isAskedToClose()).isFalse();
        other.withdraw();
        assertThat(asked.answerOf(other)).contains(Answer.NO_ANSWER);
        assertThat(asked.dialog.last().isAskedToClose()).isTrue();
    }

    @Test
    void remembersNothingOfWhatCanNotBeRemembered() {
        Asked asked = Asked.withDialog();
        Asking asking = asked.ask(Questions.forgettable(APP, "a"));
        asked.dialog.last().answer(Asked.ALWAYS);
        assertThat(asked.answerOf(asking)).contains(Asked.YES);
    }

    @Test
    void hasNoAnswerWhereTheDialogFailsAndNoAgentIsThereWhateverTheDefault() {
        Asked asked = Asked.withDialog(ConsentDefault.ALLOW);
        Asking asking = asked.ask(Questions.of(APP, "a"));
        asked.ask(Questions.of(APP, "b"));
        asked.dialog.last().fail();
        assertThat(asked.answerOf(asking)).contains(Answer.NO_ANSWER);
        assertThat(asked.dialog.titles()).containsExactly("a", "b");
    }

    @Test
    void endsWhatWaitsWhenItIsClosed() {
        Asked asked = Asked.withDialog();
        Asking shown = asked.ask(Questions.of(APP, "a"));
        Asking queued = asked.ask(Questions.of(APP, "b"));
        asked.consent.close();
        assertThat(asked.answerOf(shown)).contains(Answer.NO_ANSWER);
        assertThat(asked.answerOf(queued)).contains(Answer.NO_ANSWER);
        assertThat(asked.dialog.last().isAskedToClose()).isTrue();
        assertThat(asked.dialog.titles()).containsExactly("a");
        assertThat(asked.answerOf(asked.ask(Questions.of(APP, "c")))).contains(Answer.NO_ANSWER);
    }

    @Test
    void sparesTheUserTheFourthQuestionOfWhoWasRefusedThreeTimesWithinAMinute() {
        Asked asked = Asked.withDialog();
        List<Asking> askings = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            askings.add(asked.ask(Questions.of(APP, "image " + i)));
        }
        Asking ofAnother = asked.ask(Questions.of("org.example.Other", "image 1"));
        asked.dialog.last().answer(Asked.NO);
        asked.steps.settle();
        asked.dialog.last().answer(Answer.NO_ANSWER);
        asked.steps.settle();
        asked.dialog.last().answer(Asked.NO);
        assertThat(asked.answerOf(askings.getLast())).contains(Answer.NO_ANSWER);
        assertThat(asked.dialog.titles()).containsExactly("image 0", "image 1", "image 2", "image 1");
        assertThat(asked.answerOf(asked.ask(Questions.of(APP, "image 0")))).contains(Answer.NO_ANSWER);
        asked.dialog.last().answer(Asked.YES);
        assertThat(asked.answerOf(ofAnother)).contains(Asked.YES);

        asked.steps.pass(Insistence.COUNTS);
        assertThat(asked.answerOf(asked.ask(Questions.of(APP, "later")))).isEmpty();
        assertThat(asked.dialog.last().title()).isEqualTo("later");
    }

    @Test
    void forgivesRefusalsOfWhoWasLetInSince() {
        Asked asked = Asked.withDialog();
        for (Answer answer : List.of(Asked.NO, Asked.NO, Asked.YES, Asked.NO, Asked.NO)) {
            Asking asking = asked.ask(Questions.of(APP, "a"));
            asked.dialog.last().answer(answer);
            assertThat(asked.answerOf(asking)).contains(answer);
        }
        assertThat(asked.answerOf(asked.ask(Questions.of(APP, "a")))).isEmpty();
    }

    @Test
    void answersNobodyOnTheThreadOfWhoCalls() {
        Asked asked = Asked.withDialog();
        Asking asking = asked.ask(Questions.of(APP, "a"));
        asking.withdraw();
        assertThat(asking.answer().toCompletableFuture()).isNotDone();
        assertThat(asked.answerOf(asking)).contains(Answer.NO_ANSWER);
    }

    @Test
    void leavesNoAlarmBehind() {
        Asked asked = Asked.withDialog();
        asked.ask(Questions.of(APP, "a"));
        asked.dialog.last().answer(Asked.YES);
        asked.steps.settle();
        assertThat(asked.steps.alarms()).isZero();
    }
}
