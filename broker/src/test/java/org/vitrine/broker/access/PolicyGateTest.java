package org.vitrine.broker.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vitrine.policy.Action;
import org.vitrine.policy.DefaultRules;
import org.vitrine.policy.ImageFacts;
import org.vitrine.policy.Policy;
import org.vitrine.policy.Sandbox;
import org.vitrine.policy.Subject;
import org.vitrine.policy.User;

class PolicyGateTest {
    private static final Subject HOST = new Subject("", Sandbox.NONE, User.OWN);

    @Test
    void forgetsWhatItAnsweredWhenTheRulesChange() {
        ImageFacts image = new ImageFacts("", "x", List.of());
        PolicyGate gate = new PolicyGate(new Policy(DefaultRules.read()));
        assertThat(gate.decide(HOST, Action.LIST, image).allows()).isTrue();
        gate.replace(new Policy(List.of()));
        assertThat(gate.decide(HOST, Action.LIST, image).allows()).isFalse();
        assertThat(gate.ruleCount()).isZero();
    }

    @Test
    void staysRightWhenThereIsMoreThanItRemembers() {
        PolicyGate gate = new PolicyGate(new Policy(DefaultRules.read()));
        for (int i = 0; i < 2 * PolicyGate.MAX_REMEMBERED + 1; i++) {
            ImageFacts image = new ImageFacts("", "image " + i, List.of());
            assertThat(gate.decide(HOST, Action.LIST, image).allows()).isTrue();
        }
    }
}
