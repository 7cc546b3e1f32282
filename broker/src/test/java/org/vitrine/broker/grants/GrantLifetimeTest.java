package org.vitrine.broker.grants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.broker.grants.GrantsFixture.APP;
import static org.vitrine.broker.grants.GrantsFixture.CAMERA;
import static org.vitrine.broker.grants.GrantsFixture.READ;
import static org.vitrine.broker.grants.GrantsFixture.WRITE;
import static org.vitrine.broker.grants.GrantsFixture.get;
import static org.vitrine.broker.grants.Persistence.UNTIL_REVOKED;
import static org.vitrine.broker.grants.Persistence.WHILE_RUNNING;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vitrine.policy.Remembered.Answer;

class GrantLifetimeTest {
    private static final Duration DAY = Duration.ofDays(1);

    private final GrantsFixture it = new GrantsFixture();

    @Test
    void anAlwaysEndsWithItsTime() {
        it.allow(READ, UNTIL_REVOKED);
        for (int day = 0; day < 365; day++) {
            assertThat(it.recall(READ)).as("day %s", day).contains(Answer.ALWAYS);
            it.grants.used(READ);
            it.now = it.now.plus(DAY);
        }

        assertThat(it.recall(READ)).isEmpty();
        assertThat(it.lost).containsExactly(READ);
        assertThat(it.table.rows).isEmpty();
    }

    @Test
    void anAlwaysThatNobodyUsesEndsEarlier() {
        it.allow(READ, UNTIL_REVOKED);
        it.now = it.now.plus(DAY.multipliedBy(89));
        assertThat(it.recall(READ)).contains(Answer.ALWAYS);
        it.now = it.now.plus(DAY);

        assertThat(it.recall(READ)).isEmpty();
    }

    @Test
    void anAlwaysThatClaimsATimeBeyondReckoningLetsNobodyIn() {
        it.allow(READ, UNTIL_REVOKED);
        it.grants.used(READ);
        it.table.write(CAMERA, APP, "read=always", "granted=+1000000000-12-31T23:59:59Z");

        it.grants.sweep();

        assertThat(it.recall(READ)).isEmpty();
        assertThat(GrantsFixture.get(it.grants.list())).isEmpty();
        assertThat(it.lost).containsExactly(READ);
    }

    @Test
    void useKeepsAnAlways() {
        it.allow(READ, UNTIL_REVOKED);
        it.now = it.now.plus(DAY.multipliedBy(80));
        it.grants.used(READ);
        it.now = it.now.plus(DAY.multipliedBy(80));

        assertThat(it.recall(READ)).contains(Answer.ALWAYS);
    }

    @Test
    void theDayOfUseIsWrittenOnceADay() {
        it.allow(READ, UNTIL_REVOKED);
        for (int i = 0; i < 100; i++) {
            it.grants.used(READ);
        }
        assertThat(it.table.count("setPermission")).isEqualTo(2);
        assertThat(it.texts(READ)).contains("used=2026-11-25");

        it.now = it.now.plus(DAY);
        it.grants.used(READ);
        it.grants.used(READ);

        assertThat(it.table.count("setPermission")).isEqualTo(3);
        assertThat(it.texts(READ)).contains("used=2026-11-26", "granted=2026-11-25T09:00:00Z");
        assertThat(it.lost).isEmpty();
    }

    @Test
    void whatSomebodyElseWritesWhileTheDayIsWrittenHolds() {
        it.allow(READ, UNTIL_REVOKED);
        it.recall(READ);
        it.table.be(FakeTable.Mood.HOLDS_BACK);
        it.grants.used(READ);

        it.table.write(CAMERA, APP, "no");
        it.table.letGo();

        assertThat(it.texts(READ)).containsExactly("no");
        assertThat(it.recall(READ)).contains(Answer.NEVER);
        assertThat(it.lost).containsOnly(READ);
    }

    @Test
    void whatSomebodyElseRemovesWhileTheDayIsWrittenStaysRemoved() {
        it.allow(READ, UNTIL_REVOKED);
        it.table.be(FakeTable.Mood.HOLDS_BACK);
        it.grants.used(READ);

        it.table.reset(APP);
        it.table.letGo();

        assertThat(it.texts(READ)).isEmpty();
        assertThat(it.recall(READ)).isEmpty();
    }

    @Test
    void aSessionThatRunsLongerThanItsGrantIsEnded() {
        it.allow(READ, UNTIL_REVOKED);
        it.grants.used(READ);
        it.now = it.now.plus(DAY.multipliedBy(366));

        it.grants.sweep();

        assertThat(it.lost).containsExactly(READ);
        assertThat(it.table.rows).isEmpty();
        it.grants.sweep();
        assertThat(it.lost).hasSize(1);
    }

    @Test
    void whatExpiresIsToldOfThoughTheTableIsDown() {
        it.allow(READ, UNTIL_REVOKED);
        it.grants.used(READ);
        it.now = it.now.plus(DAY.multipliedBy(366));
        it.table.be(FakeTable.Mood.FAILS);

        it.grants.sweep();

        assertThat(it.lost).containsExactly(READ);
        assertThat(it.recall(READ)).isEmpty();
    }

    @Test
    void refusalsAndQuestionsDoNotEnd() {
        get(it.grants.remember(READ, Answer.NEVER, UNTIL_REVOKED));
        get(it.grants.remember(WRITE, Answer.ASK, UNTIL_REVOKED));
        it.now = it.now.plus(DAY.multipliedBy(4000));

        assertThat(it.recall(READ)).contains(Answer.NEVER);
        assertThat(it.recall(WRITE)).contains(Answer.ASK);
    }

    @Test
    void aYesOfSomebodyElseEndsByDisuseOnceItWasUsed() {
        it.table.write(CAMERA, APP, "yes");
        it.now = it.now.plus(DAY.multipliedBy(4000));
        assertThat(it.recall(READ)).contains(Answer.ALWAYS);
        it.grants.used(READ);
        assertThat(it.texts(READ)).first().isEqualTo("read=always");
        it.now = it.now.plus(DAY.multipliedBy(91));

        assertThat(it.recall(READ)).isEmpty();
    }

    @Test
    void anEarlierEndThatSomebodyElseWroteHolds() {
        it.table.write(CAMERA, APP, "read=always", "expires=2026-11-25T10:00:00Z");
        assertThat(it.recall(READ)).contains(Answer.ALWAYS);

        it.now = it.now.plus(Duration.ofHours(1));

        assertThat(it.recall(READ)).isEmpty();
    }

    @Test
    void whatHoldsWhileRunningDoesNotEndByTime() {
        it.allow(READ, WHILE_RUNNING);
        it.grants.used(READ);
        it.now = it.now.plus(DAY.multipliedBy(4000));
        it.grants.sweep();

        assertThat(it.recall(READ)).contains(Answer.ALWAYS);
        assertThat(it.lost).isEmpty();
    }

    @Test
    void listsWhenThingsEnd() {
        it.allow(READ, UNTIL_REVOKED);
        it.grants.used(READ);

        List<Grants.Entry> entries = get(it.grants.list());

        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(entry.granted()).contains(it.now);
            assertThat(entry.used()).isPresent();
            assertThat(entry.expires()).contains(it.now.plus(GrantLifetimes.DEFAULTS.disuse()));
        });
    }
}
