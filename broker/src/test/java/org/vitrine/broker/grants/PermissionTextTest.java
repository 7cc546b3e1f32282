package org.vitrine.broker.grants;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.policy.Action;
import org.vitrine.policy.Remembered.Answer;

class PermissionTextTest {
    @Test
    void readsWhatItWrites() {
        List<String> texts = List.of(
                "read=always",
                "granted=2026-11-25T09:00:00Z",
                "used=2026-11-25",
                "expires=2027-11-25T09:00:00Z",
                "write=never",
                "granted=2026-01-01T00:00:00Z");

        AppAnswers answers = PermissionText.parse(texts);

        assertThat(answers.of(Action.READ))
                .contains(new StoredAnswer(
                        Answer.ALWAYS,
                        Optional.of(Instant.parse("2026-11-25T09:00:00Z")),
                        Optional.of(LocalDate.of(2026, 11, 25)),
                        Optional.of(Instant.parse("2027-11-25T09:00:00Z"))));
        assertThat(PermissionText.format(answers)).isEqualTo(texts);
    }

    @Test
    void understandsWhatPeopleWriteWithFlatpakPermissionSet() {
        assertThat(answers("yes")).isEqualTo("always, -");
        assertThat(answers("no")).isEqualTo("never, never");
        assertThat(answers("ask")).isEqualTo("ask, ask");
        assertThat(answers("yes", "write=always")).isEqualTo("always, always");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "read=allways",
                "READ=always",
                "maybe",
                "",
                "=",
                "read",
                "produce=always",
                "granted=yesterday",
                "used=2026-13-01",
                "used=+999999999-12-31",
                "expires=+1000000000-12-31T23:59:59Z",
                "expires=-1000000000-01-01T00:00:00Z",
                "expires=",
                "read=ask",
                "\u202eread",
                "\u0000"
            })
    void allowsNothingWhereItDoesNotUnderstandSomething(String text) {
        assertThat(answers("write=never", "granted=2026-11-25T09:00:00Z", "read=always", text))
                .isIn("-, never", "ask, never");
    }

    @Test
    void aSecondTimeForOneAnswerIsNotUnderstood() {
        assertThat(answers("read=always", "used=2026-11-25", "used=2026-11-26")).isEqualTo("-, -");
    }

    @Test
    void aNeverStandsWhateverElseIsSaid() {
        assertThat(answers("read=never", "read=always")).isEqualTo("never, -");
        assertThat(answers("read=always", "no")).isEqualTo("never, never");
    }

    @Test
    void aTimeBeforeAnyAnswerIsNotUnderstood() {
        assertThat(answers("granted=2026-11-25T09:00:00Z", "read=always")).isEqualTo("-, -");
    }

    private static String answers(String... texts) {
        AppAnswers answers = PermissionText.parse(List.of(texts));
        return word(answers, Action.READ) + ", " + word(answers, Action.WRITE);
    }

    private static String word(AppAnswers answers, Action access) {
        return answers.of(access)
                .map(it -> it.answer().name().toLowerCase(Locale.ROOT))
                .orElse("-");
    }
}
