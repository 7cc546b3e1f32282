package org.vitrine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

class PolicyProperties {
    @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
    void findsTheRuleThatLookingAtEachFinds(
            @ForAll("rules") List<Rule> rules,
            @ForAll("subjects") Subject subject,
            @ForAll Action action,
            @ForAll("images") ImageFacts image) {
        assertThat(new Policy(rules).explain(subject, action, image).fitting())
                .isEqualTo(lookAtEach(rules, subject, action, image));
    }

    @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
    void hearsRulesThenTheManifestThenTheUser(
            @ForAll("rules") List<Rule> rules,
            @ForAll("subjects") Subject subject,
            @ForAll Action action,
            @ForAll("images") ImageFacts image,
            @ForAll("remembered") Optional<Remembered> remembered) {
        Decision decision = new Policy(rules).decide(subject, action, image);
        Decision recalled = remembered.map(decision::recalling).orElse(decision);
        Optional<Rule> fitting = lookAtEach(rules, subject, action, image);
        Effect ofRules = fitting.map(Rule::effect).orElse(Effect.DENY);
        if (fitting.isPresent() && ofRules != Effect.ASK) {
            assertThat(recalled).isEqualTo(Decision.by(fitting));
        } else if (subject.manifest().entryFor(action, image).isPresent()) {
            assertThat(recalled.allows()).isTrue();
            assertThat(recalled.basis()).isInstanceOf(Basis.OfManifest.class);
        } else if (ofRules == Effect.ASK && remembered.isPresent()) {
            assertThat(recalled.effect())
                    .isEqualTo(
                            switch (remembered.get().answer()) {
                                case ALWAYS -> Effect.ALLOW;
                                case NEVER -> Effect.DENY;
                                case ASK -> Effect.ASK;
                            });
        } else {
            assertThat(recalled).isEqualTo(Decision.by(fitting));
        }
        assertThat(recalled.constraints())
                .isEqualTo(fitting.map(Rule::constraints).orElse(Constraints.NONE));
        Statistics.collect(recalled.basis().getClass().getSimpleName());
        Statistics.coverage(coverage -> {
            coverage.check("OfRule").percentage(percent -> percent > 10);
            coverage.check("OfManifest").percentage(percent -> percent > 1);
            coverage.check("OfGrant").percentage(percent -> percent > 1);
            coverage.check("OfDefault").percentage(percent -> percent > 5);
        });
    }

    @Property(tries = 5_000, edgeCases = EdgeCasesMode.NONE)
    void explainsWhatItDecides(
            @ForAll("rules") List<Rule> rules,
            @ForAll("subjects") Subject subject,
            @ForAll Action action,
            @ForAll("images") ImageFacts image,
            @ForAll("remembered") Optional<Remembered> remembered) {
        Policy policy = new Policy(rules);
        Explanation explanation = policy.explain(subject, action, image, remembered);
        Decision decision = policy.decide(subject, action, image);
        assertThat(explanation.decision())
                .isEqualTo(remembered.map(decision::recalling).orElse(decision));
        assertThat(policy.explain(subject, action, image).decision()).isEqualTo(decision);
        assertThat(explanation.fitting()).isEqualTo(lookAtEach(rules, subject, action, image));
        assertThat(explanation.shadowed()).allMatch(rule -> rule.fits(subject, action, image));
        assertThat(explanation.near()).noneMatch(miss -> miss.rule().fits(subject, action, image));
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void letsInAtTheDoorWhoMayProduceTheImage(
            @ForAll("rules") List<Rule> rules,
            @ForAll("subjects") Subject subject,
            @ForAll("images") ImageFacts image) {
        Policy policy = new Policy(rules);
        if (policy.decide(subject, Action.PRODUCE, image).allows()) {
            assertThat(policy.decideOnProducing(subject).effect()).isEqualTo(Effect.ALLOW);
        }
    }

    private static Optional<Rule> lookAtEach(List<Rule> rules, Subject subject, Action action, ImageFacts image) {
        List<Rule> strongestFirst = new ArrayList<>(rules);
        Collections.reverse(strongestFirst);
        return strongestFirst.stream()
                .filter(rule -> rule.fits(subject, action, image))
                .findFirst();
    }

    @Provide
    Arbitrary<List<Rule>> rules() {
        return Questions.rules();
    }

    @Provide
    Arbitrary<Subject> subjects() {
        return Questions.subjects();
    }

    @Provide
    Arbitrary<ImageFacts> images() {
        return Questions.images();
    }

    @Provide
    Arbitrary<Optional<Remembered>> remembered() {
        return Questions.remembered();
    }
}
