package org.vitrine.policy;

import java.util.ArrayList;
import java.util.List;
import org.tomlj.TomlPosition;

/** Reads the rules of one TOML file. The keys are listed in {@code docs/policy.md}. */
public final class PolicyFile {
    /** How many bytes a file may have. */
    public static final int MAX_BYTES = 1024 * 1024;

    private static final String RULE = "rule";

    private PolicyFile() {}

    /**
     * Reads rules from the bytes of a file, which must be UTF-8.
     *
     * @throws PolicyFileException if anything in it is not understood; nothing is skipped
     */
    public static List<Rule> parse(String file, byte[] content) throws PolicyFileException {
        return parse(file, Utf8Text.decode(file, content));
    }

    /**
     * Reads rules in the order in which they stand.
     *
     * @param file the name of the file, for messages and {@link RuleSource}
     * @param text what the file holds
     * @throws PolicyFileException if anything in it is not understood; nothing is skipped
     */
    public static List<Rule> parse(String file, String text) throws PolicyFileException {
        TomlText toml = TomlText.parse(file, text);
        toml.requireKeys(List.of(RULE), "begin each rule with [[rule]]");
        List<Rule> rules = new ArrayList<>();
        for (TableReader table : toml.tables(RULE)) {
            rules.add(new RuleTable(table).rule());
        }
        return rules;
    }

    static PolicyFileException error(String file, TomlPosition at, String text) {
        return new PolicyFileException(file, at.line(), at.column(), text);
    }
}
