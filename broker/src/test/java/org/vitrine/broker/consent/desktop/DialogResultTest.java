package org.vitrine.broker.consent.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vitrine.api.dbus.Variant;
import org.vitrine.broker.access.Answer;
import org.vitrine.broker.access.Answer.Kind;
import org.vitrine.broker.grants.Persistence;

class DialogResultTest {
    private static final Map<String, Variant<?>> ALWAYS_OF_KDE =
            Map.of("choices", Variant.of("a(ss)", List.of(List.of("other", "no"), List.of("remember", "always"))));

    @Test
    void readsTheChoiceInEachBackendsShape() {
        Map<String, Variant<?>> ofGtk =
                Map.of("choices", Variant.of("a{sv}", Map.of("remember", Variant.of("s", "always"))));
        Map<String, Variant<?>> ofShell = Map.of("remember", Variant.of("s", "always"));
        for (Map<String, Variant<?>> results : List.of(ALWAYS_OF_KDE, ofGtk, ofShell)) {
            assertThat(read(0, results, Persistence.ONCE)).isEqualTo(new Answer(Kind.YES, Persistence.UNTIL_REVOKED));
        }
        assertThat(read(0, Map.of("remember", Variant.of("s", "session")), Persistence.ONCE))
                .isEqualTo(new Answer(Kind.YES, Persistence.WHILE_RUNNING));
    }

    @Test
    void takesAChoiceThatIsUnknownOrOfAnotherTypeForNone() {
        Answer once = new Answer(Kind.YES, Persistence.ONCE);
        assertThat(read(0, Map.of(), Persistence.UNTIL_REVOKED)).isEqualTo(once);
        assertThat(read(0, Map.of("remember", Variant.of("s", "true")), Persistence.UNTIL_REVOKED))
                .isEqualTo(once);
        assertThat(read(0, Map.of("remember", Variant.of("u", 2L)), Persistence.UNTIL_REVOKED))
                .isEqualTo(once);
        assertThat(read(0, Map.of("choices", Variant.of("s", "always")), Persistence.ONCE))
                .isEqualTo(once);
        assertThat(read(0, Map.of("choices", Variant.of("a(ss)", List.of())), Persistence.ONCE))
                .isEqualTo(once);
        assertThat(read(
                        0,
                        Map.of("choices", Variant.of("a{sv}", Map.of("remember", Variant.of("b", true)))),
                        Persistence.ONCE))
                .isEqualTo(once);
    }

    @Test
    void remembersANoForWhichSomebodyChoseHowLong() {
        assertThat(read(1, ALWAYS_OF_KDE, Persistence.ONCE)).isEqualTo(new Answer(Kind.NO, Persistence.UNTIL_REVOKED));
        assertThat(read(1, Map.of(), Persistence.UNTIL_REVOKED)).isEqualTo(new Answer(Kind.NO, Persistence.ONCE));
    }

    /** KDE's backend answers 1 with the preselected choice when Escape is pressed. */
    @Test
    void remembersNoDismissalAsNever() {
        assertThat(read(1, ALWAYS_OF_KDE, Persistence.UNTIL_REVOKED)).isEqualTo(new Answer(Kind.NO, Persistence.ONCE));
    }

    @Test
    void takesAClosedDialogForNoAnswer() {
        assertThat(read(2, ALWAYS_OF_KDE, Persistence.ONCE)).isEqualTo(Answer.NO_ANSWER);
        assertThat(read(4294967295L, ALWAYS_OF_KDE, Persistence.ONCE)).isEqualTo(Answer.NO_ANSWER);
    }

    private static Answer read(long response, Map<String, Variant<?>> results, Persistence preselected) {
        return DialogResult.read(List.of(response, results), preselected);
    }
}
