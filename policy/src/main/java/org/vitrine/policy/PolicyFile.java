package org.vitrine.policy;

import java.util.ArrayList;
import java.util.List;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** Reads the rules of one TOML file. The keys are listed in {@code docs/policy.md}. */
public final class PolicyFile {
    private static final String RULE = "rule";

    private PolicyFile() {}

    /**
     * Reads rules in the order in which they stand.
     *
     * @param file the name of the file, for messages and {@link RuleSource}
     * @param text what the file holds
     * @throws PolicyFileException if anything in it is not understood; nothing is skipped
     */
    public static List<Rule> parse(String file, String text) throws PolicyFileException {
        TomlParseResult toml = Toml.parse(text);
        if (toml.hasErrors()) {
            TomlParseError first = toml.errors().getFirst();
            throw error(file, first.position(), "this is not TOML: " + first.getMessage());
        }
        for (String key : toml.keySet()) {
            if (!key.equals(RULE)) {
                throw error(file, position(toml, key), "unknown key '" + key + "'; begin each rule with [[rule]]");
            }
        }
        return toml.contains(RULE) ? rules(file, toml) : List.of();
    }

    private static List<Rule> rules(String file, TomlTable toml) throws PolicyFileException {
        TomlArray tables = toml.isArray(RULE) ? toml.getArray(RULE) : null;
        if (tables == null) {
            throw error(file, position(toml, RULE), "write [[rule]] with two brackets");
        }
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            if (!(tables.get(i) instanceof TomlTable table)) {
                throw error(file, tables.inputPositionOf(i), "a rule is a table: begin it with [[rule]]");
            }
            rules.add(new RuleTable(file, table, tables.inputPositionOf(i)).rule());
        }
        return rules;
    }

    static PolicyFileException error(String file, TomlPosition at, String text) {
        return new PolicyFileException(file, at.line(), at.column(), text);
    }

    private static TomlPosition position(TomlTable table, String key) {
        TomlPosition position = table.inputPositionOf(List.of(key));
        return position == null ? TomlPosition.positionAt(1, 1) : position;
    }
}
