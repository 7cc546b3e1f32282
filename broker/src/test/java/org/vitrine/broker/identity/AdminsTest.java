package org.vitrine.broker.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vitrine.policy.Account;
import org.vitrine.policy.Manifest;
import org.vitrine.policy.ProcessFacts;
import org.vitrine.policy.Sandbox;
import org.vitrine.policy.Subject;
import org.vitrine.policy.User;

class AdminsTest {
    private static final Admins OWN = new Admins.OwnUser();
    private static final Admins GROUP = new Admins.OfSystem(OptionalLong.of(44));

    @Test
    void areTheBrokersOwnUserOnASessionBus() {
        assertThat(OWN.include(subject(Sandbox.NONE, User.OWN, 1000))).isTrue();
        assertThat(OWN.include(subject(Sandbox.NONE, User.OTHER, 0, 44L))).isFalse();
    }

    @Test
    void areRootAndOneGroupOnASystemBus() {
        assertThat(GROUP.include(subject(Sandbox.NONE, User.OTHER, 0))).isTrue();
        assertThat(GROUP.include(subject(Sandbox.NONE, User.OTHER, 1000, 7L, 44L)))
                .isTrue();
        assertThat(GROUP.include(subject(Sandbox.NONE, User.OTHER, 1000, 7L))).isFalse();
        assertThat(GROUP.include(subject(Sandbox.NONE, User.OWN, 107, 107L))).isFalse();
    }

    @Test
    void areNobodyByGroupWhereNoneIsConfigured() {
        Admins root = new Admins.OfSystem(OptionalLong.empty());
        assertThat(root.include(subject(Sandbox.NONE, User.OTHER, 1000, 0L, 44L)))
                .isFalse();
    }

    @Test
    void areNeverInASandbox() {
        for (Sandbox sandbox : new Sandbox[] {Sandbox.FLATPAK, Sandbox.SNAP}) {
            assertThat(OWN.include(subject(sandbox, User.OWN, 0))).isFalse();
            assertThat(GROUP.include(subject(sandbox, User.OWN, 0, 44L))).isFalse();
        }
    }

    private static Subject subject(Sandbox sandbox, User user, long uid, Long... gids) {
        return new Subject("", sandbox, new Account(user, uid, Set.of(gids)), ProcessFacts.UNKNOWN, Manifest.NONE);
    }
}
