package org.vitrine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private static final Subject PAINTER = new Subject("org.example.Painter", Sandbox.FLATPAK, User.OWN);
    private static final ImageFacts IMAGE = new ImageFacts("org.example.Camera", "Front camera", List.of("camera"));

    @Test
    void namesWhatWasShadowedAndWhatWouldChangeTheAnswer() throws Exception {
        Policy policy = new Policy(PolicyFile.parse("test.toml", """
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
                """));
        Explanation explanation = policy.explain(PAINTER, Action.READ, IMAGE);
        assertThat(explanation.decision().ruleName()).isEqualTo("no-cameras");
        assertThat(explanation.shadowed()).extracting(Rule::name).containsExactly("everyone");
        assertThat(explanation.near()).singleElement().satisfies(miss -> {
            assertThat(miss.rule().name()).isEqualTo("back-camera");
            assertThat(miss.unmet()).isEqualTo(Condition.TITLE);
        });
    }
}
