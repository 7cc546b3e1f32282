package org.vitrine.policy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** Takes values of known types out of one table; for every other one it says where it stands and what to write. */
final class TableReader {
    private final String file;
    private final TomlTable table;
    private final TomlPosition start;

    /**
     * Reads a table.
     *
     * @param start where it begins: errors about what is missing point there
     */
    TableReader(String file, TomlTable table, TomlPosition start) {
        this.file = file;
        this.table = table;
        this.start = start;
    }

    RuleSource source() {
        return new RuleSource(file, start.line());
    }

    void requireKeysOf(String what, List<String> known) throws PolicyFileException {
        for (String key : table.keySet()) {
            require(
                    known.contains(key),
                    key,
                    "unknown key '" + key + "'; " + what + " has " + String.join(", ", known));
        }
    }

    boolean has(String key) {
        return table.contains(List.of(key));
    }

    /** Returns the only text of a key that must be there. */
    String text(String key) throws PolicyFileException {
        Optional<String> text = optionalText(key).filter(there -> !there.isEmpty());
        return text.orElseThrow(() -> error(key, key + " is missing: write " + key + " = \"…\""));
    }

    /** Returns the only text of a key that need not be there. */
    Optional<String> optionalText(String key) throws PolicyFileException {
        List<String> texts = texts(key);
        require(texts.size() <= 1, key, key + " takes one text alone: write " + key + " = \"…\"");
        return texts.stream().findFirst();
    }

    <E> E word(String key, Function<String, Optional<E>> ofWord, String choices) throws PolicyFileException {
        String word = text(key);
        return ofWord.apply(word).orElseThrow(() -> error(key, unknownWord(key, word, choices)));
    }

    <E> Optional<E> optionalWord(String key, Function<String, Optional<E>> ofWord, String choices)
            throws PolicyFileException {
        return has(key) ? Optional.of(word(key, ofWord, choices)) : Optional.empty();
    }

    <E> Set<E> words(String key, Function<String, Optional<E>> ofWord, String choices) throws PolicyFileException {
        Set<E> found = new LinkedHashSet<>();
        List<String> texts = texts(key);
        for (int i = 0; i < texts.size(); i++) {
            String word = texts.get(i);
            TomlPosition at = position(key, i);
            found.add(
                    ofWord.apply(word).orElseThrow(() -> PolicyFile.error(file, at, unknownWord(key, word, choices))));
        }
        return found;
    }

    List<Glob> globs(String key) throws PolicyFileException {
        return texts(key).stream().map(Glob::new).toList();
    }

    List<String> texts(String key) throws PolicyFileException {
        return values(key, String.class, "text", "texts");
    }

    /** Returns whole numbers from {@code least} to {@code most}. */
    Set<Long> numbers(String key, long least, long most) throws PolicyFileException {
        List<Long> numbers = values(key, Long.class, "whole number", "whole numbers");
        for (int i = 0; i < numbers.size(); i++) {
            if (numbers.get(i) < least || numbers.get(i) > most) {
                String text = key + " is out of range: write a number from " + least + " to " + most;
                throw PolicyFile.error(file, position(key, i), text);
            }
        }
        return new LinkedHashSet<>(numbers);
    }

    /** Returns the only number of a key that need not be there. */
    Optional<Long> optionalNumber(String key, long least, long most) throws PolicyFileException {
        Set<Long> numbers = numbers(key, least, most);
        require(numbers.size() <= 1, key, key + " takes one number alone");
        return numbers.stream().findFirst();
    }

    /** Returns the table of a key; empty if the key is not there. */
    Optional<TableReader> table(String key) throws PolicyFileException {
        @Nullable Object value = table.get(List.of(key));
        if (value == null) {
            return Optional.empty();
        }
        require(value instanceof TomlTable, key, key + " must be a table: write " + key + " = { … }");
        return Optional.of(new TableReader(file, (TomlTable) value, position(key)));
    }

    private <T> List<T> values(String key, Class<T> type, String one, String several) throws PolicyFileException {
        @Nullable Object value = table.get(List.of(key));
        if (value == null) {
            return List.of();
        }
        if (type.isInstance(value)) {
            return List.of(type.cast(value));
        }
        require(value instanceof TomlArray, key, key + " must be a " + one + " or a list of " + several);
        TomlArray array = (TomlArray) value;
        List<T> values = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            if (!type.isInstance(array.get(i))) {
                throw PolicyFile.error(file, array.inputPositionOf(i), key + " must hold " + several + " only");
            }
            values.add(type.cast(array.get(i)));
        }
        require(!values.isEmpty(), key, key + " is an empty list, which fits nothing: leave it out to fit everything");
        return values;
    }

    private static String unknownWord(String key, String word, String choices) {
        return "unknown " + key + " '" + word + "': write " + choices;
    }

    void require(boolean holds, String key, String text) throws PolicyFileException {
        if (!holds) {
            throw error(key, text);
        }
    }

    PolicyFileException error(String key, String text) {
        return PolicyFile.error(file, position(key), text);
    }

    private TomlPosition position(String key) {
        @Nullable TomlPosition at = table.inputPositionOf(List.of(key));
        return at == null ? start : at;
    }

    private TomlPosition position(String key, int index) {
        return table.get(List.of(key)) instanceof TomlArray array ? array.inputPositionOf(index) : position(key);
    }
}
