package org.vitrine.broker.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vitrine.policy.Action;
import org.vitrine.policy.Decision;

class CalmJournalTest {
    private final List<JournalEntry> written = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-01T09:08:07Z");
    private final CalmJournal journal = new CalmJournal(written::add, () -> now);

    @Test
    void writesAFewThatAreAlikeAndCountsTheRest() {
        deliver(1, 100);
        assertThat(written).hasSize(CalmJournal.PASSED_ON);

        now = now.plus(CalmJournal.SPAN);
        journal.sweep();

        assertThat(written.getLast())
                .isInstanceOfSatisfying(
                        JournalEntry.Repeated.class,
                        more -> assertThat(more.times()).isEqualTo(100 - CalmJournal.PASSED_ON));
    }

    @Test
    void writesAFewAgainOnceTheTimeIsOver() {
        deliver(1, 20);
        now = now.plus(CalmJournal.SPAN);
        deliver(1, 1);
        assertThat(written).hasSize(CalmJournal.PASSED_ON + 2);
        assertThat(written.get(CalmJournal.PASSED_ON)).isInstanceOf(JournalEntry.Repeated.class);
    }

    @Test
    void neverHoldsBackWhatIsOfAnotherKind() {
        deliver(1, 20);
        deliver(2, 1);
        journal.note(new JournalEntry.Changed("pause", ""));
        journal.note(new JournalEntry.Ended(TestEntries.caller(), image(1), "revoked"));
        assertThat(written).hasSize(CalmJournal.PASSED_ON + 3);
    }

    @Test
    void losesNothingWhereThereAreMoreKindsThanItFollows() {
        deliver(1, 20);
        for (int i = 0; i < CalmJournal.MOST_KINDS; i++) {
            deliver(2 + i, 1);
        }
        assertThat(written).filteredOn(JournalEntry.Repeated.class::isInstance).hasSize(1);
    }

    @Test
    void takesAllImagesOfOneProducerForAlike() {
        for (int i = 1; i <= 100; i++) {
            journal.note(new JournalEntry.Decided(
                    TestEntries.caller(), Action.PRODUCE, image(i), Decision.BY_DEFAULT, "allowed"));
        }
        assertThat(written).hasSize(CalmJournal.PASSED_ON);
    }

    @Test
    void tellsOfAllThatItHeldBackWhenItIsClosed() {
        deliver(1, 20);
        journal.close();
        assertThat(written.getLast()).isInstanceOf(JournalEntry.Repeated.class);
    }

    @Test
    void saysHowManyTimesOnOneLine() {
        JournalEntry more = new JournalEntry.Repeated(
                new JournalEntry.Delivered(TestEntries.caller(), Action.READ, image(1), 1, 1), 84);
        assertThat(JsonLine.of(1, now, more))
                .contains("\"event\":\"delivered\"")
                .endsWith("\"times\":84}");
    }

    private void deliver(long image, int times) {
        for (int i = 0; i < times; i++) {
            journal.note(new JournalEntry.Delivered(TestEntries.caller(), Action.READ, image(image), 1, 1));
        }
    }

    private static JournalEntry.Image image(long serial) {
        return new JournalEntry.Image(serial, "org.example.Camera", "Front");
    }
}
