package org.vitrine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private static final Remembered ALWAYS = new Remembered(Remembered.Answer.ALWAYS, "image");
    private static final Remembered NEVER = new Remembered(Remembered.Answer.NEVER, "image");
    private static final Subject PAINTER = new Subject("org.example.Painter", Sandbox.FLATPAK, User.OWN);
    private static final ImageFacts IMAGE = new ImageFacts("org.example.Camera", "Front camera", List.of("camera"));
    private static final String RULE = "[[rule]]\nname = 'r'\nactions = 'read'\n";

    @Test
    void namesWhatWasShadowedAndWhatWouldChangeTheAnswer() throws Exception {
        Policy policy = policy("""
                [[rule]]
                name = "everyone"
                actions = "read"
                effect = "allow"
                [[rule]]
                name = "no-cameras"
                actions = "read"
                tag = "camera"
                effect = "deny"
                [[rule]]
                name = "back-camera"
                actions = "read"
                title = "Back*"
                effect = "allow"
                [[rule]]
                name = "another-app-and-title"
                actions = "read"
                app = "org.other"
                title = "Back*"
                effect = "allow"
                """);
        Explanation explanation = policy.explain(PAINTER, Action.READ, IMAGE);
        assertThat(explanation.decision().ruleName()).isEqualTo("no-cameras");
        assertThat(explanation.fitting()).map(Rule::source).contains(new RuleSource("test.toml", 5));
        assertThat(explanation.shadowed()).extracting(Rule::name).containsExactly("everyone");
        assertThat(explanation.near()).singleElement().satisfies(miss -> {
            assertThat(miss.rule().name()).isEqualTo("back-camera");
            assertThat(miss.unmet()).isEqualTo(Condition.TITLE);
        });
    }

    @Test
    void namesEachConditionThatIsNotMet() throws Exception {
        Policy policy = policy("""
                [[rule]]
                name = "all"
                actions = "write"
                app = "a"
                sandbox = "snap"
                user = "other"
                uid = 7
                gid = 7
                unit = "a"
                executable = "a"
                evidence = "strong"
                producer = "a"
                title = "a"
                tag = "a"
                effect = "allow"
                """);
        assertThat(policy.rules().getFirst().unmet(PAINTER, Action.READ, IMAGE)).containsExactly(Condition.values());
    }

    @Test
    void namesTheManifestsEntryAndTheRuleThatLeftItOpen() throws Exception {
        Explanation explanation = policy(RULE + "effect = 'ask'")
                .explain(withManifest("read", "org.example.*"), Action.READ, IMAGE, Optional.of(NEVER));
        assertThat(explanation.decision().basis()).isEqualTo(new Basis.OfManifest("read=org.example.*"));
        assertThat(explanation.fitting()).isPresent();
        assertThat(explanation.shadowed()).isEmpty();
        assertThat(explanation.unheard()).containsExactly(new Basis.OfGrant(NEVER));
    }

    @Test
    void tellsThatTheManifestAndTheUserWouldHaveAllowedWhatARuleDenies() throws Exception {
        Explanation explanation = policy(RULE + "effect = 'deny'")
                .explain(withManifest("read", "org.example.*"), Action.READ, IMAGE, Optional.of(ALWAYS));
        assertThat(explanation.decision().effect()).isEqualTo(Effect.DENY);
        assertThat(explanation.unheard())
                .containsExactly(new Basis.OfManifest("read=org.example.*"), new Basis.OfGrant(ALWAYS));
    }

    @Test
    void namesWhatIsRemembered() throws Exception {
        Explanation explanation =
                policy(RULE + "effect = 'ask'").explain(PAINTER, Action.READ, IMAGE, Optional.of(ALWAYS));
        assertThat(explanation.decision().allows()).isTrue();
        assertThat(explanation.decision().basis()).isEqualTo(new Basis.OfGrant(ALWAYS));
        assertThat(explanation.unheard()).isEmpty();
    }

    @Test
    void countsNoRuleAsNearThatWouldAnswerTheSame() throws Exception {
        Policy policy = policy(RULE + "effect = 'ask'\ntitle = 'Back*'");
        assertThat(policy.explain(withManifest("read", "*"), Action.READ, IMAGE).near())
                .isEmpty();
        assertThat(policy.explain(PAINTER, Action.READ, IMAGE).near()).hasSize(1);
        assertThat(policy.explain(PAINTER, Action.READ, IMAGE, Optional.of(NEVER))
                        .near())
                .isEmpty();
    }

    private static Subject withManifest(String key, String value) {
        return new Subject(
                PAINTER.appId(),
                Sandbox.FLATPAK,
                new Account(User.OWN, 1000, Set.of(1000L)),
                ProcessFacts.UNKNOWN,
                Manifest.of(Map.of(key, List.of(value))));
    }

    private static Policy policy(String toml) throws PolicyFileException {
        return new Policy(PolicyFile.parse("test.toml", toml));
    }
}
