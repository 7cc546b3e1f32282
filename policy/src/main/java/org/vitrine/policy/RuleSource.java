package org.vitrine.policy;

/**
 * Tells where a rule stands.
 *
 * @param file the file's name, as given when it was read
 * @param line the line that the rule begins on, from 1
 */
public record RuleSource(String file, int line) {
    @Override
    public String toString() {
        return file + ":" + line;
    }
}
