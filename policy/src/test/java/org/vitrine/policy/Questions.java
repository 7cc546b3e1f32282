package org.vitrine.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Makes random rules and random questions that often fit them. */
final class Questions {
    private Questions() {}

    static Arbitrary<List<Rule>> rules() {
        return Combinators.combine(subjectPatterns(), imagePatterns(), answers(), constraints(), Arbitraries.integers())
                .as((subjects, images, answer, constraints, line) -> new Rule(
                        "rule" + line,
                        subjects,
                        answer.actions,
                        images,
                        answer.effect,
                        answer.effect == Effect.DENY ? Constraints.NONE : constraints,
                        new RuleSource("random.toml", line)))
                .list()
                .ofMaxSize(30);
    }

    private record Answer(Set<Action> actions, Effect effect) {}

    private static Arbitrary<Answer> answers() {
        Arbitrary<Answer> firm = Combinators.combine(
                        Arbitraries.of(Action.class).set().ofMinSize(1), Arbitraries.of(Effect.ALLOW, Effect.DENY))
                .as(Answer::new);
        Arbitrary<Answer> asking = Arbitraries.of(Action.READ, Action.WRITE)
                .set()
                .ofMinSize(1)
                .map(actions -> new Answer(actions, Effect.ASK));
        return Arbitraries.oneOf(firm, asking);
    }

    private static Arbitrary<Constraints> constraints() {
        return Arbitraries.of(Constraints.NONE, new Constraints(Optional.empty(), Optional.of(2), List.of("XRGB8888")));
    }

    private static Arbitrary<SubjectPattern> subjectPatterns() {
        Arbitrary<AccountPattern> accounts = Combinators.combine(
                        Arbitraries.of(User.class).set().ofMaxSize(1), idPatterns(), idPatterns())
                .as(AccountPattern::new);
        Arbitrary<ProcessPattern> processes = Combinators.combine(
                        globs(), globs(), Arbitraries.of(Evidence.class).set().ofMaxSize(1))
                .as(ProcessPattern::new);
        return Combinators.combine(globs(), Arbitraries.of(Sandbox.class).set(), accounts, processes)
                .as(SubjectPattern::new);
    }

    private static Arbitrary<ImagePattern> imagePatterns() {
        return Combinators.combine(globs(), globs(), globs()).as(ImagePattern::new);
    }

    /** Most conditions are left out, else hardly a rule would fit. */
    private static Arbitrary<List<Glob>> globs() {
        Arbitrary<List<Glob>> some = Arbitraries.strings()
                .withChars("ab.*?")
                .ofMaxLength(3)
                .map(Glob::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(2);
        return Arbitraries.oneOf(Arbitraries.just(List.of()), Arbitraries.just(List.of()), some);
    }

    private static Arbitrary<Set<Long>> idPatterns() {
        return Arbitraries.oneOf(Arbitraries.just(Set.of()), Arbitraries.just(Set.of()), ids());
    }

    private static Arbitrary<Set<Long>> ids() {
        return Arbitraries.of(0L, 1L, 10L, 100L).set().ofMaxSize(2);
    }

    static Arbitrary<Subject> subjects() {
        Arbitrary<Account> accounts = Combinators.combine(
                        Arbitraries.of(User.class), Arbitraries.of(Account.UNKNOWN, 0L, 1L, 10L, 100L), ids())
                .as(Account::new);
        Arbitrary<ProcessFacts> processes = Combinators.combine(names(), names(), Arbitraries.of(Evidence.class))
                .as(ProcessFacts::new);
        return Combinators.combine(names(), Arbitraries.of(Sandbox.class), accounts, processes, manifests())
                .as(Subject::new);
    }

    private static Arbitrary<Manifest> manifests() {
        Arbitrary<Map<String, List<String>>> entries = Arbitraries.maps(
                        Arbitraries.of("produce", "list", "read", "write", "share"),
                        Arbitraries.of("*", "yes", "a*", "b", "!a", "!b*", "")
                                .list()
                                .ofMaxSize(3))
                .ofMaxSize(3);
        return Arbitraries.oneOf(Arbitraries.just(Manifest.NONE), entries.map(Manifest::of));
    }

    static Arbitrary<ImageFacts> images() {
        return Combinators.combine(names(), names(), names().list().ofMaxSize(2))
                .as(ImageFacts::new);
    }

    static Arbitrary<Optional<Remembered>> remembered() {
        return Arbitraries.of(Remembered.Answer.class)
                .map(answer -> new Remembered(answer, "image"))
                .optional();
    }

    private static Arbitrary<String> names() {
        return Arbitraries.strings().withChars("ab.").ofMaxLength(3);
    }
}
