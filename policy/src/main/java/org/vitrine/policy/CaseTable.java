package org.vitrine.policy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns one {@code [[case]]} table into a case. */
final class CaseTable {
    private static final List<String> KEYS = List.of(
            "name",
            "app",
            "sandbox",
            "user",
            "uid",
            "gid",
            "unit",
            "executable",
            "evidence",
            "manifest",
            "action",
            "producer",
            "title",
            "tags",
            "remembered",
            "expect",
            "rule");

    private final TableReader table;

    CaseTable(TableReader table) {
        this.table = table;
    }

    PolicyCase policyCase() throws PolicyFileException {
        table.requireKeysOf("a case", KEYS);
        return new PolicyCase(
                table.text("name"),
                subject(),
                table.word("action", Action::ofWord, "produce, list, read or write"),
                new ImageFacts(textOrNone("producer"), textOrNone("title"), table.texts("tags")),
                table.optionalWord("remembered", Remembered.Answer::ofWord, "always, ask or never")
                        .map(answer -> new Remembered(answer, "")),
                new PolicyCase.Expectation(
                        table.word("expect", Effect::ofWord, "allow, deny or ask"), table.optionalText("rule")),
                table.source());
    }

    private Subject subject() throws PolicyFileException {
        return new Subject(
                textOrNone("app"),
                table.optionalWord("sandbox", Sandbox::ofWord, "none, flatpak or snap")
                        .orElse(Sandbox.NONE),
                new Account(
                        table.optionalWord("user", User::ofWord, "own or other").orElse(User.OWN),
                        table.optionalNumber("uid", 0, RuleTable.MAX_ID).orElse(Account.UNKNOWN),
                        table.numbers("gid", 0, RuleTable.MAX_ID)),
                new ProcessFacts(
                        textOrNone("unit"),
                        textOrNone("executable"),
                        table.optionalWord("evidence", Evidence::ofWord, "strong or weak")
                                .orElse(Evidence.STRONG)),
                manifest());
    }

    private String textOrNone(String key) throws PolicyFileException {
        return table.optionalText(key).orElse("");
    }

    private Manifest manifest() throws PolicyFileException {
        Optional<TableReader> group = table.table("manifest");
        if (group.isEmpty()) {
            return Manifest.NONE;
        }
        List<String> actions = Arrays.stream(Action.values()).map(Action::word).toList();
        group.get().requireKeysOf("a manifest", actions);
        Map<String, List<String>> entries = new HashMap<>();
        for (String key : actions) {
            if (group.get().has(key)) {
                entries.put(key, group.get().texts(key));
            }
        }
        return Manifest.of(entries);
    }
}
