package org.vitrine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "uid = 1001",
                "uid = [0, 1001]",
                "gid = 44",
                "gid = [7, 100]",
                "unit = 'app-*.scope'",
                "executable = '/usr/bin/paint'",
                "evidence = 'strong'",
                "sandbox = 'snap'",
                "user = 'other'"
            })
    void comparesEveryFieldOfTheSubject(String condition) throws Exception {
        Subject snap = new Subject(
                "paint",
                Sandbox.SNAP,
                new Account(User.OTHER, 1001, Set.of(44L, 100L)),
                new ProcessFacts("app-paint-7.scope", "/usr/bin/paint", Evidence.STRONG),
                Manifest.NONE);
        Policy policy = policy("[[rule]]\nname = 'r'\nactions = 'read'\neffect = 'allow'\n" + condition);
        assertThat(policy.decide(snap, Action.READ, IMAGE).allows()).isTrue();
        assertThat(policy.decide(PAINTER, Action.READ, IMAGE).allows()).isFalse();
    }

    @Test
    void keepsTheBoundsOfARuleThatAsksWhateverAnswersForIt() throws Exception {
        Policy policy =
                policy("[[rule]]\nname = 'r'\nactions = 'read'\neffect = 'ask'\nduration = '1 h'\nconsumers = 1\n");
        Constraints bounds = policy.rules().getFirst().constraints();
        assertThat(bounds.consumers()).contains(1);
        assertThat(policy.decide(PAINTER, Action.READ, IMAGE).constraints()).isEqualTo(bounds);
        assertThat(policy.decide(withManifest("read", "*"), Action.READ, IMAGE).constraints())
                .isEqualTo(bounds);
        assertThat(policy.decide(PAINTER, Action.READ, IMAGE)
                        .recalling(new Remembered(Remembered.Answer.ALWAYS, "image"))
                        .constraints())
                .isEqualTo(bounds);
    }

    @Test
    void letsTheManifestInWhereNoRuleFitsButOverNoRuleThatDenies() throws Exception {
        Subject producer = withManifest("produce", "yes");
        Policy none = new Policy(List.of());
        Policy never = policy("[[rule]]\nname = 'r'\nactions = 'produce'\neffect = 'deny'\n");
        assertThat(none.decide(producer, Action.PRODUCE, IMAGE).allows()).isTrue();
        assertThat(none.decideOnProducing(producer).allows()).isTrue();
        assertThat(never.decide(producer, Action.PRODUCE, IMAGE).allows()).isFalse();
        assertThat(never.decideOnProducing(producer).allows()).isFalse();
        assertThat(none.decideOnProducing(PAINTER).allows()).isFalse();
    }

    private static Subject withManifest(String key, String value) {
        return new Subject(
                PAINTER.appId(),
                Sandbox.FLATPAK,
                PAINTER.account(),
                ProcessFacts.UNKNOWN,
                Manifest.of(Map.of(key, List.of(value))));
    }

    @Test
    void shipsRulesThatAskBeforeAnybodyLooks() {
        Policy policy = new Policy(DefaultRules.read());
        Subject snap = new Subject("paint", Sandbox.SNAP, User.OWN);
        assertThat(policy.decideOnProducing(HOST).allows()).isTrue();
        for (Subject subject : List.of(HOST, PAINTER, snap)) {
            assertThat(policy.decide(subject, Action.LIST, IMAGE).effect()).isEqualTo(Effect.ALLOW);
            assertThat(policy.decide(subject, Action.READ, IMAGE).effect()).isEqualTo(Effect.ASK);
            assertThat(policy.decide(subject, Action.WRITE, IMAGE).effect()).isEqualTo(Effect.ASK);
        }
    }

    @Test
    void shipsRulesByWhichOtherUsersGetNothing() {
        Policy policy = new Policy(DefaultRules.read());
        for (Sandbox sandbox : Sandbox.values()) {
            for (Action action : Action.values()) {
                Subject stranger = new Subject("org.example.Painter", sandbox, User.OTHER);
                assertThat(policy.decide(stranger, action, IMAGE).effect()).isEqualTo(Effect.DENY);
            }
        }
    }

    @Test
    void shipsRulesByWhichASandboxedAppProducesIfItsManifestSaysSo() {
        Policy policy = new Policy(DefaultRules.read());
        assertThat(policy.decideOnProducing(PAINTER).allows()).isFalse();
        assertThat(policy.decide(PAINTER, Action.PRODUCE, IMAGE).allows()).isFalse();
        assertThat(policy.decideOnProducing(withManifest("produce", "yes")).allows())
                .isTrue();
    }

    @Test
    void shipsRulesThatHidePrivateImagesFromSandboxedApps() {
        Policy policy = new Policy(DefaultRules.read());
        ImageFacts secret = new ImageFacts("org.example.Safe", "Combination", List.of("private"));
        assertThat(policy.decide(PAINTER, Action.LIST, secret).allows()).isFalse();
        assertThat(policy.decide(withManifest("list", "*"), Action.LIST, secret).allows())
                .isFalse();
        assertThat(policy.decide(HOST, Action.LIST, secret).allows()).isTrue();
    }

    @Test
    void lendsARuleByWhichOwnProgramsNeedNotAsk() {
        List<Rule> rules = new ArrayList<>(DefaultRules.read());
        rules.addAll(DefaultRules.readOwnPrograms());
        Policy policy = new Policy(rules);
        for (Action action : Action.values()) {
            assertThat(policy.decide(HOST, action, IMAGE).allows()).isTrue();
        }
        assertThat(policy.decide(PAINTER, Action.READ, IMAGE).effect()).isEqualTo(Effect.ASK);
    }

    private static Policy policy(String toml) throws PolicyFileException {
        return new Policy(PolicyFile.parse("test.toml", toml));
    }
}
