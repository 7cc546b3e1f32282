package org.vitrine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyTest {
    private static final Subject HOST = new Subject("", Sandbox.NONE, User.OWN);
    private static final Subject PAINTER = new Subject("org.example.Painter", Sandbox.FLATPAK, User.OWN);
    private static final ImageFacts IMAGE = new ImageFacts("org.example.Camera", "Front camera", List.of("camera"));

    @Test
    void deniesWhereNoRuleFits() {
        assertThat(new Policy(List.of()).decide(HOST, Action.READ, IMAGE)).isEqualTo(Decision.BY_DEFAULT);
    }

    @Test
    void letsTheLastFittingRuleDecide() throws Exception {
        Policy policy = policy("""
                [[rule]]
                name = "first"
                actions = "read"
                effect = "allow"
                [[rule]]
                name = "second"
                actions = "read"
                app = "org.example.*"
                effect = "deny"
                [[rule]]
                name = "other"
                actions = "write"
                effect = "allow"
                """);
        assertThat(policy.decide(PAINTER, Action.READ, IMAGE).ruleName()).isEqualTo("second");
        assertThat(policy.decide(HOST, Action.READ, IMAGE).ruleName()).isEqualTo("first");
        assertThat(policy.decide(HOST, Action.WRITE, IMAGE).ruleName()).isEqualTo("other");
    }

    @Test
    void comparesEveryFieldOfTheImage() throws Exception {
        Policy policy = policy("""
                [[rule]]
                name = "cameras"
                actions = ["list", "read"]
                producer = "org.example.*"
                title = ["*back*", "*camera"]
                tag = "cam*"
                effect = "allow"
                """);
        assertThat(policy.decide(PAINTER, Action.READ, IMAGE).allows()).isTrue();
        assertThat(policy.decide(PAINTER, Action.READ, new ImageFacts("org.other", "Front camera", List.of("camera"))))
                .isEqualTo(Decision.BY_DEFAULT);
        assertThat(policy.decide(PAINTER, Action.READ, new ImageFacts("org.example.Camera", "x", List.of("camera"))))
                .isEqualTo(Decision.BY_DEFAULT);
        assertThat(policy.decide(PAINTER, Action.READ, new ImageFacts("org.example.Camera", "Front camera", List.of())))
                .isEqualTo(Decision.BY_DEFAULT);
    }

    @Test
    void letsProducersInThatMayProduceSomething() throws Exception {
        Policy some = policy("""
                [[rule]]
                name = "no-secrets"
                actions = "produce"
                effect = "allow"
                app = "org.example.Painter"
                title = "Canvas*"
                """);
        assertThat(some.decideOnProducing(PAINTER).allows()).isTrue();
        assertThat(some.decideOnProducing(HOST).allows()).isFalse();
    }

    @Test
    void shipsRulesForTheOwnUserAndForSandboxes() {
        Policy policy = new Policy(DefaultRules.read());
        Subject stranger = new Subject("", Sandbox.NONE, User.OTHER);
        for (Action action : Action.values()) {
            assertThat(policy.decide(HOST, action, IMAGE).allows()).isTrue();
            assertThat(policy.decide(stranger, action, IMAGE).allows()).isFalse();
        }
        assertThat(policy.decide(PAINTER, Action.LIST, IMAGE).effect()).isEqualTo(Effect.DENY);
        assertThat(policy.decide(PAINTER, Action.PRODUCE, IMAGE).effect()).isEqualTo(Effect.DENY);
        assertThat(policy.decide(PAINTER, Action.READ, IMAGE).effect()).isEqualTo(Effect.ASK);
    }

    private static Policy policy(String toml) throws PolicyFileException {
        return new Policy(PolicyFile.parse("test.toml", toml));
    }
}
