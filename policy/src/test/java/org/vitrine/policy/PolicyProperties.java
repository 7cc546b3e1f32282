package org.vitrine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PolicyProperties {
    @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
    void findsTheRuleThatLookingAtEachFinds(
            @ForAll("rules") List<Rule> rules,
            @ForAll("subjects") Subject subject,
            @ForAll Action action,
            @ForAll("images") ImageFacts image) {
        assertThat(new Policy(rules).decide(subject, action, image))
                .isEqualTo(lookAtEach(rules, subject, action, image));
    }

    @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
    void explainsWhatItDecides(
            @ForAll("rules") List<Rule> rules,
            @ForAll("subjects") Subject subject,
            @ForAll Action action,
            @ForAll("images") ImageFacts image) {
        Policy policy = new Policy(rules);
        Explanation explanation = policy.explain(subject, action, image);
        assertThat(explanation.decision()).isEqualTo(policy.decide(subject, action, image));
        assertThat(explanation.shadowed()).allMatch(rule -> rule.fits(subject, action, image));
        assertThat(explanation.near()).noneMatch(miss -> miss.rule().fits(subject, action, image));
    }

    private static Decision lookAtEach(List<Rule> rules, Subject subject, Action action, ImageFacts image) {
        List<Rule> strongestFirst = new ArrayList<>(rules);
        Collections.reverse(strongestFirst);
        return strongestFirst.stream()
                .filter(rule -> rule.fits(subject, action, image))
                .findFirst()
                .map(Decision::by)
                .orElse(Decision.BY_DEFAULT);
    }

    @Provide
    Arbitrary<List<Rule>> rules() {
        return Combinators.combine(subjectPatterns(), actionSets(), imagePatterns(), Arbitraries.integers())
                .as((subjects, actions, images, line) ->
                        new Rule("rule", subjects, actions, images, Effect.ALLOW, new RuleSource("random.toml", line)))
                .list()
                .ofMaxSize(30);
    }

    private static Arbitrary<SubjectPattern> subjectPatterns() {
        return Combinators.combine(
                        globs(),
                        Arbitraries.of(Sandbox.class).set(),
                        Arbitraries.of(User.class).set())
                .as(SubjectPattern::new);
    }

    private static Arbitrary<ImagePattern> imagePatterns() {
        return Combinators.combine(globs(), globs(), globs()).as(ImagePattern::new);
    }

    private static Arbitrary<Set<Action>> actionSets() {
        return Arbitraries.of(Action.class).set().ofMinSize(1);
    }

    private static Arbitrary<List<Glob>> globs() {
        return Arbitraries.strings()
                .withChars("ab.*?")
                .ofMaxLength(4)
                .map(Glob::new)
                .list()
                .ofMaxSize(2);
    }

    @Provide
    Arbitrary<Subject> subjects() {
        return Combinators.combine(names(), Arbitraries.of(Sandbox.class), Arbitraries.of(User.class))
                .as(Subject::new);
    }

    @Provide
    Arbitrary<ImageFacts> images() {
        return Combinators.combine(names(), names(), names().list().ofMaxSize(2))
                .as(ImageFacts::new);
    }

    private static Arbitrary<String> names() {
        return Arbitraries.strings().withChars("ab.").ofMaxLength(4);
    }
}
