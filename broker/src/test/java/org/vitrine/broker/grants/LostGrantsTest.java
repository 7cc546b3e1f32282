package org.vitrine.broker.grants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.broker.grants.GrantsFixture.APP;
import static org.vitrine.broker.grants.GrantsFixture.CAMERA;
import static org.vitrine.broker.grants.GrantsFixture.READ;
import static org.vitrine.broker.grants.GrantsFixture.WRITE;
import static org.vitrine.broker.grants.GrantsFixture.get;
import static org.vitrine.broker.grants.GrantsFixture.key;
import static org.vitrine.broker.grants.Persistence.UNTIL_REVOKED;
import static org.vitrine.broker.grants.Persistence.WHILE_RUNNING;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.broker.grants.table.PermissionRow;
import org.vitrine.policy.Action;
import org.vitrine.policy.Remembered.Answer;

class LostGrantsTest {
    private static final String OTHER_APP = "org.example.Other";

    private final GrantsFixture it = new GrantsFixture();

    @Test
    void aResetOfOneAppLeavesTheOthersAlone() {
        GrantKey other = key(OTHER_APP, "Front camera", Action.READ);
        GrantKey elsewhere = key(OTHER_APP, "Other", Action.WRITE);
        letIn(READ);
        letIn(other);
        letIn(elsewhere);

        it.table.reset(APP);

        assertThat(it.lost).containsExactly(READ);
        assertThat(it.recall(READ)).isEmpty();
        assertThat(it.recall(other)).contains(Answer.ALWAYS);
        assertThat(it.recall(elsewhere)).contains(Answer.ALWAYS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "ask", "read=ask", "read=never", "nonsense"})
    void aDowngradeBySomebodyElseIsALoss(String text) {
        letIn(READ);

        it.table.write(CAMERA, APP, text);

        assertThat(it.lost).containsExactly(READ);
    }

    @Test
    void onlyTheAccessThatWentIsLost() {
        letIn(READ);
        letIn(WRITE);

        it.table.write(CAMERA, APP, "yes");

        assertThat(it.lost).containsExactly(WRITE);
    }

    @Test
    void aRowThatIsDeletedIsALoss() {
        letIn(READ);

        it.table.delete(CAMERA);

        assertThat(it.lost).containsExactly(READ);
    }

    @Test
    void theSameRowAgainIsNoLoss() {
        letIn(READ);

        it.table.write(CAMERA, OTHER_APP, "no");
        it.table.write(CAMERA, APP, "read=always", "granted=2026-11-25T09:00:00Z");

        assertThat(it.lost).isEmpty();
    }

    @Test
    void aRefusalInItsPlaceIsALoss() {
        letIn(READ);

        get(it.grants.remember(READ, Answer.NEVER, UNTIL_REVOKED));

        assertThat(it.lost).containsExactly(READ);
        assertThat(it.table.row(CAMERA).data()).as("its hashes are gone").isEmpty();
    }

    @Test
    void aLossBetweenRecallAndUseIsToldOf() {
        it.allow(READ, UNTIL_REVOKED);
        assertThat(it.recall(READ)).contains(Answer.ALWAYS);
        it.table.reset(APP);
        it.lost.clear();

        it.grants.used(READ);

        assertThat(it.lost).containsExactly(READ);
    }

    @Test
    void aLossIsToldOfThoughTheRowHadToBeReadOnceMore() {
        it.table.write(CAMERA, APP, "no");

        it.grants.used(READ);

        assertThat(it.lost).containsExactly(READ);
    }

    @Test
    void aChangeWhileTheRowIsOnItsWayCounts() {
        it.table.write(CAMERA, APP, "yes");
        it.table.be(FakeTable.Mood.HOLDS_BACK);
        it.grants.used(READ);

        it.table.write(CAMERA, APP, "no");
        it.table.letGo();

        assertThat(it.lost).containsExactly(READ);
    }

    @Test
    void aRowThatLetSomebodyInIsWatchedHoweverManyOthersAreRead() {
        letIn(READ);
        for (int i = 0; i < 3000; i++) {
            it.recall(key(APP, "Camera " + i, Action.READ));
        }

        it.table.reset(APP);

        assertThat(it.lost).containsExactly(READ);
    }

    @Test
    void aRowIsLetGoWhenItsAppHasLeft() {
        letIn(READ);
        it.grants.appLeft(APP);
        for (int i = 0; i < 3000; i++) {
            it.recall(key(APP, "Camera " + i, Action.READ));
        }
        it.table.calls.clear();

        it.recall(READ);

        assertThat(it.table.calls).containsExactly("lookup " + CAMERA);
    }

    @Test
    void aStoreThatCameBackWithLessIsALoss() {
        GrantKey other = key(OTHER_APP, "Other", Action.READ);
        letIn(READ);
        letIn(other);
        PermissionRow kept = it.table.row(other.images().object());

        it.table.restartWith(Map.of(other.images().object(), kept));

        assertThat(it.lost).containsExactly(READ);
        assertThat(it.recall(other)).contains(Answer.ALWAYS);
    }

    @Test
    void whatCouldNotBeReadAfterARestartIsReadWithTheNextSweep() {
        letIn(READ);
        it.table.be(FakeTable.Mood.FAILS);
        it.table.restartWith(Map.of());
        assertThat(it.lost).isEmpty();

        it.table.be(FakeTable.Mood.ANSWERS);
        it.grants.sweep();

        assertThat(it.lost).containsExactly(READ);
    }

    @Test
    void anAnswerOfBeforeARestartIsNotKept() {
        it.table.write(CAMERA, APP, "yes");
        it.table.be(FakeTable.Mood.HOLDS_BACK);
        var recalled = it.grants.recall(READ);
        it.table.restartWith(it.table.rows);
        it.table.letGo();
        get(recalled);
        it.table.calls.clear();

        it.recall(READ);

        assertThat(it.table.calls).containsExactly("lookup " + CAMERA);
    }

    @Test
    void whatHoldsWhileRunningGoesWithWhatIsTakenBackInTheTable() {
        it.table.write(CAMERA, APP, "ask");
        it.allow(READ, WHILE_RUNNING);
        it.allow(WRITE, WHILE_RUNNING);
        it.grants.used(READ);
        assertThat(it.lost).isEmpty();

        it.table.write(CAMERA, APP, "ask");
        it.table.write(CAMERA, OTHER_APP, "no");
        assertThat(it.lost).as("nothing was taken back").isEmpty();

        it.table.write(CAMERA, APP, "read=never", "write=ask");
        assertThat(it.lost).containsExactly(READ);
        assertThat(it.recall(READ)).contains(Answer.NEVER);
        assertThat(it.recall(WRITE)).contains(Answer.ALWAYS);

        it.table.reset(APP);
        assertThat(it.lost).containsExactly(READ, WRITE);
    }

    @Test
    void aListenerThatFailsDoesNotKeepOthersFromHearing() {
        GrantsFixture fixture = new GrantsFixture();
        fixture.lost.clear();
        StoredGrants grants = fixture.grants;
        grants.listen(_ -> {
            throw new IllegalStateException("a bug");
        });
        grants.listen(fixture.lost::add);
        fixture.allow(READ, UNTIL_REVOKED);

        fixture.table.reset(APP);

        assertThat(fixture.lost).containsExactly(READ, READ);
    }

    private void letIn(GrantKey key) {
        it.allow(key, UNTIL_REVOKED);
        it.recall(key);
        it.grants.used(key);
    }
}
