package org.vitrine.broker.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vitrine.api.dbus.UniqueName;
import org.vitrine.broker.access.Question;
import org.vitrine.broker.grants.Persistence;
import org.vitrine.broker.identity.Caller;
import org.vitrine.policy.Account;
import org.vitrine.policy.Action;
import org.vitrine.policy.Evidence;
import org.vitrine.policy.ImageFacts;
import org.vitrine.policy.Manifest;
import org.vitrine.policy.ProcessFacts;
import org.vitrine.policy.Sandbox;
import org.vitrine.policy.Subject;
import org.vitrine.policy.User;

class QuestionWordsTest {
    private static final Map<String, String> NAMES =
            Map.of("org.example.Viewer", "Picture <b>Viewer</b>", "org.example.Camera", "Camera");
    private static final QuestionWords WORDS = new QuestionWords(id -> Optional.ofNullable(NAMES.get(id)));

    @Test
    void saysWhoWantsWhatOfWhomForHowLongAndWhy() {
        PendingQuestion.Words words = WORDS.words(Questions.of(
                "org.example.Viewer",
                ":1.5",
                "Front camera",
                new Question.Request("video call", "", Persistence.ONCE),
                new Question.Terms(Optional.of(Duration.ofMinutes(10)), true)));
        assertThat(words.title()).isEqualTo("Let an app look at an image?");
        assertThat(words.subtitle())
                .isEqualTo("“Picture ‹b›Viewer‹/b›” (org.example.Viewer) wants to look at the image “Front camera” of"
                        + " “Camera” (org.example.Camera).");
        assertThat(words.body())
                .isEqualTo("It can look for 10 minutes at most, each time.\nWhy, in the app's own words: “video call”");
    }

    @Test
    void namesTheProcessOfAProgramThatIsNotKnown() {
        PendingQuestion.Words words = WORDS.words(new Question(
                stranger("/usr/bin/python3.11"),
                Action.WRITE,
                new ImageFacts("", "", List.of()),
                Question.Request.PLAIN,
                new Question.Terms(Optional.empty(), false)));
        assertThat(words.title()).isEqualTo("Let an app draw into an image?");
        assertThat(words.subtitle())
                .isEqualTo("A program that Vitrine can't identify (/usr/bin/python3.11) wants to draw into the image"
                        + " without a title of a program that Vitrine can't identify.");
        assertThat(words.body()).isEqualTo("It can draw until it is done, or you stop it.");
    }

    @Test
    void letsNoProgramSpeakInOurWords() {
        PendingQuestion.Words words = WORDS.words(Questions.of(
                "org.example.Viewer",
                ":1.5",
                "x” of “Camera”.\n\nIt is safe.\u202e",
                new Question.Request("a”\nIt can look once. " + "z".repeat(5000), "", Persistence.ONCE),
                new Question.Terms(Optional.empty(), true)));
        assertThat(words.subtitle()).contains("“x\" of \"Camera\". It is safe.” of “Camera”");
        assertThat(words.body().lines()).hasSize(2);
        assertThat(words.body())
                .hasSizeLessThan(400)
                .contains("“a\" It can look once. zzz")
                .endsWith("z…”");
    }

    @Test
    void putsNothingOfProgramsIntoTheTitle() {
        PendingQuestion.Words words = WORDS.words(Questions.of("org.example.Viewer", "%s%n%n"));
        assertThat(words.title()).doesNotContain("%");
    }

    private static Caller stranger(String executable) {
        Subject subject = new Subject(
                "",
                Sandbox.NONE,
                new Account(User.OWN, 1000, Set.of()),
                new ProcessFacts("", executable, Evidence.WEAK),
                Manifest.NONE);
        return new Caller(new UniqueName(":1.9"), 1000, Optional.empty(), subject);
    }
}
