package org.vitrine.broker.grants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vitrine.broker.grants.GrantsFixture.APP;
import static org.vitrine.broker.grants.GrantsFixture.CAMERA;
import static org.vitrine.broker.grants.GrantsFixture.READ;
import static org.vitrine.broker.grants.GrantsFixture.WRITE;
import static org.vitrine.broker.grants.GrantsFixture.get;
import static org.vitrine.broker.grants.GrantsFixture.key;
import static org.vitrine.broker.grants.Persistence.ONCE;
import static org.vitrine.broker.grants.Persistence.UNTIL_REVOKED;
import static org.vitrine.broker.grants.Persistence.WHILE_RUNNING;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.policy.Action;
import org.vitrine.policy.Remembered.Answer;

class StoredGrantsTest {
    private final GrantsFixture it = new GrantsFixture();

    @Test
    void readsNothingBeforeItIsNeeded() {
        assertThat(it.table.calls).isEmpty();
    }

    @Test
    void recallsWhatWasRemembered() {
        assertThat(it.recall(READ)).isEmpty();

        it.allow(READ, UNTIL_REVOKED);

        assertThat(it.recall(READ)).contains(Answer.ALWAYS);
        assertThat(it.recall(WRITE)).isEmpty();
        assertThat(it.texts(READ))
                .containsExactly("read=always", "granted=2026-11-25T09:00:00Z", "expires=2027-11-25T09:00:00Z");
    }

    @Test
    void remembersRefusalsAndQuestions() {
        get(it.grants.remember(READ, Answer.NEVER, UNTIL_REVOKED));
        get(it.grants.remember(WRITE, Answer.ASK, UNTIL_REVOKED));

        assertThat(it.recall(READ)).contains(Answer.NEVER);
        assertThat(it.recall(WRITE)).contains(Answer.ASK);
        assertThat(it.texts(READ))
                .containsExactly(
                        "read=never", "granted=2026-11-25T09:00:00Z", "write=ask", "granted=2026-11-25T09:00:00Z");
    }

    @Test
    void asksTheTableOnceForARow() {
        it.table.write(CAMERA, APP, "read=always");

        it.recall(READ);
        it.recall(WRITE);
        it.recall(READ);

        assertThat(it.table.calls).containsExactly("lookup " + CAMERA);
    }

    @Test
    void asksOnceForARowThatManyWaitFor() {
        it.table.be(FakeTable.Mood.HOLDS_BACK);
        CompletionStage<?> first = it.grants.recall(READ);
        CompletionStage<?> second = it.grants.recall(WRITE);
        it.table.letGo();

        get(first);
        get(second);
        assertThat(it.table.calls).hasSize(1);
    }

    @Test
    void remembersNothingForOnce() {
        assertThat(get(it.grants.remember(READ, Answer.ALWAYS, ONCE))).isEmpty();

        assertThat(it.recall(READ)).isEmpty();
    }

    @Test
    void whatHoldsWhileRunningIsInMemoryAloneAndEndsWithTheApp() {
        it.allow(READ, WHILE_RUNNING);
        assertThat(it.recall(READ)).contains(Answer.ALWAYS);
        assertThat(it.table.rows).isEmpty();

        it.grants.appLeft("org.example.Other");
        assertThat(it.recall(READ)).contains(Answer.ALWAYS);

        it.grants.appLeft(APP);
        assertThat(it.recall(READ)).isEmpty();
        assertThat(it.lost).as("its sessions left with it").isEmpty();
    }

    @Test
    void aRefusalWhileRunningEndsWhatWasAllowed() {
        it.allow(READ, WHILE_RUNNING);
        it.grants.used(READ);

        get(it.grants.remember(READ, Answer.NEVER, WHILE_RUNNING));

        assertThat(it.recall(READ)).contains(Answer.NEVER);
        assertThat(it.lost).containsExactly(READ);
    }

    @Test
    void aStoredRefusalTakesThePlaceOfWhatHeldWhileRunning() {
        it.allow(READ, WHILE_RUNNING);

        get(it.grants.remember(READ, Answer.NEVER, UNTIL_REVOKED));

        assertThat(it.recall(READ)).contains(Answer.NEVER);
        assertThat(it.lost).containsExactly(READ);
    }

    @Test
    void limitsWhatAnAppHasRemembered() {
        for (int i = 0; i < GrantsFixture.MOST; i++) {
            it.allow(key(APP, "Camera " + i, Action.READ), UNTIL_REVOKED);
        }

        assertFails(
                it.grants.remember(key(APP, "One more", Action.READ), Answer.NEVER, UNTIL_REVOKED),
                ErrorName.LIMITS_EXCEEDED);
        it.allow(key(APP, "Camera 0", Action.WRITE), UNTIL_REVOKED);
        it.allow(key("org.example.Other", "One more", Action.READ), UNTIL_REVOKED);

        assertThat(get(it.grants.forget(APP, new ImageSelector("org.example.Camera", "Camera 0"))))
                .isTrue();
        it.allow(key(APP, "One more", Action.READ), UNTIL_REVOKED);
    }

    @Test
    void limitsWhatAnAppHasRememberedWhileItRuns() {
        for (int i = 0; i < GrantsFixture.MOST; i++) {
            it.allow(key(APP, "Camera " + i, Action.READ), WHILE_RUNNING);
        }

        assertFails(
                it.grants.remember(key(APP, "One more", Action.READ), Answer.ALWAYS, WHILE_RUNNING),
                ErrorName.LIMITS_EXCEEDED);
    }

    @Test
    void readsTheWholeTableOnceForTheLimit() {
        it.table.write("org.example.Camera/A", APP, "read=ask");
        it.table.write("org.example.Camera/B", APP, "read=ask");
        it.allow(READ, UNTIL_REVOKED);
        assertThat(it.table.count("objects")).isEqualTo(1);

        it.table.write("org.example.Camera/B", APP, "read=never");
        assertFails(
                it.grants.remember(key(APP, "C", Action.READ), Answer.ALWAYS, UNTIL_REVOKED),
                ErrorName.LIMITS_EXCEEDED);
        it.table.reset(APP);
        it.allow(READ, UNTIL_REVOKED);

        assertThat(it.table.count("objects")).isEqualTo(1);
    }

    @Test
    void listsWhatIsRemembered() {
        it.allow(READ, UNTIL_REVOKED);
        it.allow(WRITE, WHILE_RUNNING);
        it.table.write("nonsense", APP, "yes");
        it.table.write("org.example.Camera/Other", "", "yes");
        it.table.write("org.example.Camera/Third", "org.example.Other", "no");

        List<Grants.Entry> entries = get(it.grants.list());

        assertThat(entries)
                .extracting(
                        entry -> entry.key().app() + " " + entry.key().images().object() + " "
                                + entry.key().access() + " " + entry.answer() + " " + entry.persistence())
                .containsExactlyInAnyOrder(
                        APP + " " + CAMERA + " READ ALWAYS UNTIL_REVOKED",
                        APP + " " + CAMERA + " WRITE ALWAYS WHILE_RUNNING",
                        "org.example.Other org.example.Camera/Third READ NEVER UNTIL_REVOKED",
                        "org.example.Other org.example.Camera/Third WRITE NEVER UNTIL_REVOKED");
    }

    @Test
    void forgetsAndLeavesNoRowBehind() {
        it.allow(READ, UNTIL_REVOKED);
        it.allow(WRITE, WHILE_RUNNING);

        assertThat(get(it.grants.forget(APP, READ.images()))).isTrue();

        assertThat(it.recall(READ)).isEmpty();
        assertThat(it.recall(WRITE)).isEmpty();
        assertThat(it.table.rows).isEmpty();
        assertThat(it.lost).containsExactlyInAnyOrder(READ, WRITE);
        assertThat(get(it.grants.forget(APP, READ.images()))).isFalse();
    }

    @Test
    void forgetsAllOfAnAppAndNothingElse() {
        GrantKey other = key("org.example.Other", "Front camera", Action.READ);
        it.allow(READ, UNTIL_REVOKED);
        it.allow(key(APP, "Second", Action.READ), UNTIL_REVOKED);
        it.allow(other, UNTIL_REVOKED);

        assertThat(get(it.grants.forgetApp(APP))).isEqualTo(2);

        assertThat(get(it.grants.list())).extracting(Grants.Entry::key).containsExactly(other);
        assertThat(it.lost).hasSize(2).doesNotContain(other);
    }

    @Test
    void forgetsEverything() {
        it.allow(READ, UNTIL_REVOKED);
        it.allow(key("org.example.Other", "Second", Action.READ), UNTIL_REVOKED);
        it.allow(WRITE, WHILE_RUNNING);

        assertThat(get(it.grants.forgetAll())).isEqualTo(3);

        assertThat(get(it.grants.list())).isEmpty();
        assertThat(it.table.rows).isEmpty();
        assertThat(it.lost).hasSize(3);
    }

    @Test
    void aTableThatFailsIsAsIfNothingWereKnown() {
        it.allow(WRITE, WHILE_RUNNING);
        it.table.be(FakeTable.Mood.FAILS);

        assertThat(it.recall(READ)).isEmpty();
        assertThat(it.recall(WRITE)).contains(Answer.ALWAYS);
        assertThat(get(it.grants.restore(READ, "token"))).isEmpty();
        it.grants.used(key(APP, "Other", Action.READ));
        it.grants.sweep();
        assertFails(it.grants.remember(key(APP, "Other", Action.READ), Answer.ALWAYS, UNTIL_REVOKED), ErrorName.FAILED);
        assertFails(it.grants.list(), ErrorName.FAILED);
        assertFails(it.grants.forgetApp(APP), ErrorName.FAILED);
        assertFails(it.grants.forgetAll(), ErrorName.FAILED);
    }

    @Test
    void aTableThatNeverAnswersIsGivenUpInTime() {
        GrantsFixture slow = new GrantsFixture(Duration.ofMillis(20));
        slow.table.be(FakeTable.Mood.NEVER_ANSWERS);

        assertThat(slow.recall(READ)).isEmpty();
        assertFails(slow.grants.remember(READ, Answer.ALWAYS, UNTIL_REVOKED), ErrorName.FAILED);

        slow.table.be(FakeTable.Mood.ANSWERS);
        slow.allow(READ, UNTIL_REVOKED);
        assertThat(slow.recall(READ)).contains(Answer.ALWAYS);
    }

    @Test
    void rowsOfOthersAreKeptAsTheyAre() {
        it.table.write(CAMERA, "org.example.Other", "something", "else");

        it.allow(READ, UNTIL_REVOKED);
        get(it.grants.forget(APP, READ.images()));

        assertThat(it.table.row(CAMERA).permissions()).containsOnlyKeys("org.example.Other");
        assertThat(it.table.row(CAMERA).of("org.example.Other")).containsExactly("something", "else");
    }

    private static void assertFails(CompletionStage<?> stage, ErrorName name) {
        assertThatThrownBy(() -> get(stage))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        VitrineException.class, e -> assertThat(e.name()).isEqualTo(name));
    }
}
