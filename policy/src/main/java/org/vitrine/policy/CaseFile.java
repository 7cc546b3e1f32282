package org.vitrine.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * Holds the cases of one TOML file. The keys are listed in {@code docs/policy.md}.
 *
 * @param rules names of the files of rules under test, weakest first; {@link #SHIPPED} for those that ship
 * @param cases the cases, in the order in which they stand
 */
public record CaseFile(List<String> rules, List<PolicyCase> cases) {
    /** Stands for the shipped rules where files of rules are named. */
    public static final String SHIPPED = "shipped";

    private static final String RULES = "rules";
    private static final String CASE = "case";

    public CaseFile {
        rules = List.copyOf(rules);
        cases = List.copyOf(cases);
    }

    /**
     * Reads the bytes of a file, which must be UTF-8.
     *
     * @throws PolicyFileException if anything in it is not understood; nothing is skipped
     */
    public static CaseFile parse(String file, byte[] content) throws PolicyFileException {
        return parse(file, Utf8Text.decode(file, content));
    }

    /**
     * Reads the text of a file.
     *
     * @param file the name of the file, for messages and {@link RuleSource}
     * @param text what the file holds
     * @throws PolicyFileException if anything in it is not understood; nothing is skipped
     */
    public static CaseFile parse(String file, String text) throws PolicyFileException {
        TomlText toml = TomlText.parse(file, text);
        toml.requireKeys(List.of(RULES, CASE), "name the rules under test in rules, and begin each case with [[case]]");
        List<String> rules = toml.top().texts(RULES);
        toml.top()
                .require(
                        !rules.isEmpty(),
                        RULES,
                        "rules is missing: above all cases write rules = [\"FILE.toml\", …], or \"shipped\" for those that"
                                + " ship");
        List<PolicyCase> cases = new ArrayList<>();
        for (TableReader table : toml.tables(CASE)) {
            cases.add(new CaseTable(table).policyCase());
        }
        toml.top().require(!cases.isEmpty(), CASE, "there is no case: begin each one with [[case]]");
        return new CaseFile(rules, cases);
    }
}
