package org.vitrine.policy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** Turns one {@code [[rule]]} table into a rule. */
final class RuleTable {
    private static final List<String> KEYS =
            List.of("name", "effect", "actions", "app", "sandbox", "user", "producer", "title", "tag");

    private final String file;
    private final TomlTable table;
    private final TomlPosition start;

    RuleTable(String file, TomlTable table, TomlPosition start) {
        this.file = file;
        this.table = table;
        this.start = start;
    }

    Rule rule() throws PolicyFileException {
        for (String key : table.keySet()) {
            if (!KEYS.contains(key)) {
                throw error(key, "unknown key '" + key + "'; a rule has " + String.join(", ", KEYS));
            }
        }
        Effect effect = onlyWord("effect", Effect::ofWord, "allow, deny or ask");
        Set<Action> actions = words("actions", Action::ofWord, "produce, list, read or write");
        require(!actions.isEmpty(), "actions", "actions is missing: name at least one of produce, list, read, write");
        require(
                effect != Effect.ASK || actions.stream().allMatch(Action::canBeAsked),
                "effect",
                "ask goes with read and write alone: make a rule of its own for produce and list, with allow or deny");
        return new Rule(only("name"), subjects(), actions, images(), effect, new RuleSource(file, start.line()));
    }

    private SubjectPattern subjects() throws PolicyFileException {
        return new SubjectPattern(
                globs("app"),
                words("sandbox", Sandbox::ofWord, "none, flatpak or snap"),
                words("user", User::ofWord, "own or other"));
    }

    private ImagePattern images() throws PolicyFileException {
        return new ImagePattern(globs("producer"), globs("title"), globs("tag"));
    }

    private <E> E onlyWord(String key, Function<String, Optional<E>> ofWord, String choices)
            throws PolicyFileException {
        String word = only(key);
        return ofWord.apply(word).orElseThrow(() -> unknownWord(key, word, choices));
    }

    private String only(String key) throws PolicyFileException {
        List<String> texts = texts(key);
        require(texts.size() == 1 && !texts.getFirst().isEmpty(), key, key + " is missing: write " + key + " = \"…\"");
        return texts.getFirst();
    }

    private <E> Set<E> words(String key, Function<String, Optional<E>> ofWord, String choices)
            throws PolicyFileException {
        Set<E> found = new LinkedHashSet<>();
        for (String word : texts(key)) {
            found.add(ofWord.apply(word).orElseThrow(() -> unknownWord(key, word, choices)));
        }
        return found;
    }

    private List<Glob> globs(String key) throws PolicyFileException {
        return texts(key).stream().map(Glob::new).toList();
    }

    private List<String> texts(String key) throws PolicyFileException {
        Object value = table.get(List.of(key));
        if (value == null) {
            return List.of();
        }
        if (value instanceof String text) {
            return List.of(text);
        }
        require(value instanceof TomlArray, key, key + " must be a text or a list of texts");
        List<String> texts = new ArrayList<>();
        for (Object element : ((TomlArray) value).toList()) {
            require(element instanceof String, key, key + " must hold texts only: put them in quotes");
            texts.add((String) element);
        }
        require(!texts.isEmpty(), key, key + " is an empty list, which fits nothing: leave it out to fit everything");
        return texts;
    }

    private PolicyFileException unknownWord(String key, String word, String choices) {
        return error(key, "unknown " + key + " '" + word + "': write " + choices);
    }

    private void require(boolean holds, String key, String text) throws PolicyFileException {
        if (!holds) {
            throw error(key, text);
        }
    }

    private PolicyFileException error(String key, String text) {
        TomlPosition at = table.inputPositionOf(List.of(key));
        return PolicyFile.error(file, at == null ? start : at, text);
    }
}
