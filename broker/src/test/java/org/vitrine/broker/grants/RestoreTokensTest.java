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

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrine.broker.grants.Grants.Restored;
import org.vitrine.policy.Action;
import org.vitrine.policy.Remembered.Answer;

class RestoreTokensTest {
    private final GrantsFixture it = new GrantsFixture();

    @ParameterizedTest
    @EnumSource(
            value = Persistence.class,
            names = {"WHILE_RUNNING", "UNTIL_REVOKED"})
    void aTokenIsGoodUntilItsSuccessorIsTraded(Persistence persistence) {
        String first = it.allow(READ, persistence);

        String second = trade(READ, first);
        assertThat(restore(READ, first)).as("its successor may be lost").isPresent();

        String third = trade(READ, second);
        assertThat(restore(READ, first)).as("its successor was traded").isEmpty();
        assertThat(restore(READ, second).map(Restored::persistence)).contains(persistence);
        assertThat(Set.of(first, second, third)).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource(
            value = Persistence.class,
            names = {"WHILE_RUNNING", "UNTIL_REVOKED"})
    void keepsAHandfulOfTokensHoweverOftenOneIsTraded(Persistence persistence) {
        String first = it.allow(READ, persistence);
        String last = first;
        for (int i = 0; i < 50; i++) {
            last = trade(READ, first);
        }

        assertThat(it.table.row(CAMERA).data().getOrDefault(APP, List.of()).size())
                .isLessThanOrEqualTo(4);
        assertThat(restore(READ, last)).isPresent();
        assertThat(restore(READ, first)).isEmpty();
    }

    @Test
    void aTokenIsOfOneAppOneAccessAndTheseImages() {
        String token = it.allow(READ, UNTIL_REVOKED);
        it.allow(WRITE, UNTIL_REVOKED);
        it.allow(key(APP, "Other", Action.READ), UNTIL_REVOKED);
        it.allow(key("org.example.Other", "Front camera", Action.READ), UNTIL_REVOKED);

        assertThat(restore(WRITE, token)).isEmpty();
        assertThat(restore(key(APP, "Other", Action.READ), token)).isEmpty();
        assertThat(restore(key("org.example.Other", "Front camera", Action.READ), token))
                .isEmpty();
        assertThat(restore(READ, token)).isPresent();
    }

    @Test
    void aTokenEndsWithItsGrantAndDoesNotComeBackWithAnother() {
        String token = it.allow(READ, UNTIL_REVOKED);

        it.table.reset(APP);
        assertThat(restore(READ, token)).isEmpty();
        assertThat(it.table.rows).as("nothing is left of it").isEmpty();

        it.allow(READ, UNTIL_REVOKED);
        assertThat(restore(READ, token)).isEmpty();
    }

    @Test
    void aDowngradeEndsATokenThoughTheRowStays() {
        String token = it.allow(READ, UNTIL_REVOKED);
        String ofWrite = it.allow(WRITE, UNTIL_REVOKED);

        it.table.write(CAMERA, APP, "read=ask", "write=always");
        it.table.write(CAMERA, APP, "read=always", "write=always");

        assertThat(restore(READ, token)).isEmpty();
        assertThat(restore(WRITE, ofWrite)).isPresent();
    }

    @Test
    void hashesOfAGrantThatWentUnseenAreRemovedWhenTheRowIsRead() {
        String token = it.allow(READ, UNTIL_REVOKED);
        var before = it.table.row(CAMERA);
        GrantsFixture later = new GrantsFixture();
        later.table.rows.put(CAMERA, before.with(APP, List.of("ask")));

        assertThat(later.recall(READ)).contains(Answer.ASK);
        later.table.write(CAMERA, APP, "yes");

        assertThat(get(later.grants.restore(READ, token))).isEmpty();
    }

    @Test
    void aTokenOutlivesTheBroker() {
        String token = it.allow(READ, UNTIL_REVOKED);
        GrantsFixture later = new GrantsFixture();
        later.table.rows.putAll(it.table.rows);

        assertThat(get(later.grants.restore(READ, token))).isPresent();
    }

    @Test
    void aTokenForWhileItRunsEndsWithTheApp() {
        String token = it.allow(READ, WHILE_RUNNING);
        it.grants.appLeft(APP);

        assertThat(restore(READ, token)).isEmpty();
    }

    @Test
    void aTokenThatCannotBeTradedNowStaysGood() {
        String token = it.allow(READ, UNTIL_REVOKED);
        it.table.be(FakeTable.Mood.FAILS);

        assertThat(restore(READ, token)).contains(new Restored(UNTIL_REVOKED, token));
        assertThat(restore(READ, "another")).isEmpty();
    }

    @Test
    void onlyAHashOfATokenIsKept() {
        String token = it.allow(READ, UNTIL_REVOKED);

        assertThat(it.table.row(CAMERA).toString()).doesNotContain(token);
        assertThat(it.table.row(CAMERA).data().get(APP)).containsExactly("read:" + RestoreTokens.hash(token));
        assertThat(token).matches("[A-Za-z0-9_-]{32}");
    }

    @Test
    void tokensDoNotRepeat() {
        RestoreTokens tokens = new RestoreTokens();
        Set<String> made = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            made.add(tokens.make());
        }

        assertThat(made).hasSize(10_000);
    }

    @Test
    void nothingButAnAlwaysHasAToken() {
        assertThat(get(it.grants.remember(READ, Answer.NEVER, UNTIL_REVOKED))).isEmpty();
        assertThat(get(it.grants.remember(WRITE, Answer.ASK, WHILE_RUNNING))).isEmpty();
    }

    private Optional<Restored> restore(GrantKey key, String token) {
        return get(it.grants.restore(key, token));
    }

    private String trade(GrantKey key, String token) {
        return restore(key, token).orElseThrow().token();
    }
}
