package org.vitrine.policy;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Turns one {@code [[rule]]} table into a rule. */
final class RuleTable {
    /** The highest id that a user or a group can have; the one above stands for none. */
    static final long MAX_ID = 0xffff_fffeL;

    private static final List<String> KEYS = Stream.concat(
                    Stream.of(
                            "name",
                            "effect",
                            "actions",
                            "app",
                            "sandbox",
                            "user",
                            "uid",
                            "gid",
                            "unit",
                            "executable",
                            "evidence",
                            "producer",
                            "title",
                            "tag"),
                    ConstraintKeys.ALL.stream())
            .toList();

    private final TableReader table;

    RuleTable(TableReader table) {
        this.table = table;
    }

    Rule rule() throws PolicyFileException {
        table.requireKeysOf("a rule", KEYS);
        Effect effect = table.word("effect", Effect::ofWord, "allow, deny or ask");
        Set<Action> actions = table.words("actions", Action::ofWord, "produce, list, read or write");
        table.require(
                !actions.isEmpty(), "actions", "actions is missing: name at least one of produce, list, read, write");
        table.require(
                effect != Effect.ASK || actions.stream().allMatch(Action::canBeAsked),
                "effect",
                "ask goes with read and write alone: make a rule of its own for produce and list, with allow or deny");
        return new Rule(
                table.text("name"),
                subjects(),
                actions,
                images(),
                effect,
                new ConstraintKeys(table).constraints(effect, actions),
                table.source());
    }

    private SubjectPattern subjects() throws PolicyFileException {
        return new SubjectPattern(
                table.globs("app"),
                table.words("sandbox", Sandbox::ofWord, "none, flatpak or snap"),
                new AccountPattern(
                        table.words("user", User::ofWord, "own or other"),
                        table.numbers("uid", 0, MAX_ID),
                        table.numbers("gid", 0, MAX_ID)),
                new ProcessPattern(
                        table.globs("unit"),
                        table.globs("executable"),
                        table.words("evidence", Evidence::ofWord, "strong or weak")));
    }

    private ImagePattern images() throws PolicyFileException {
        return new ImagePattern(table.globs("producer"), table.globs("title"), table.globs("tag"));
    }
}
