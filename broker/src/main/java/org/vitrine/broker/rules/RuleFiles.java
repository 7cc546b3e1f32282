package org.vitrine.broker.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vitrine.api.error.VitrineException;
import org.vitrine.policy.DefaultRules;
import org.vitrine.policy.Policy;
import org.vitrine.policy.Rule;

/**
 * Finds and reads the rule files, weakest first: the shipped ones, those of the distribution, of the system and of the
 * user; or the ones named, and then no other. Immutable.
 */
public final class RuleFiles {
    /** How many rules are read at most. */
    static final int MAX_RULES = 20_000;

    private static final Path OF_DISTRIBUTION = Path.of("/usr/share/vitrine/policy.d");
    private static final Path OF_SYSTEM = Path.of("/etc/vitrine/policy.d");

    private final RulePlaces places;

    RuleFiles(RulePlaces places) {
        this.places = places;
    }

    /**
     * Returns the files of a user's own broker.
     *
     * @param named the files to read instead of all others; empty for the standard places
     * @param environment where {@code XDG_CONFIG_HOME} and {@code HOME} are looked up
     */
    public static RuleFiles ofUser(List<Path> named, Map<String, String> environment) {
        Path ofUser = configHome(environment).resolve("vitrine/policy.d");
        return new RuleFiles(new RulePlaces(named, List.of(OF_DISTRIBUTION, OF_SYSTEM, ofUser)));
    }

    /**
     * Returns the files of a broker on a system bus, where no user's own rules count.
     *
     * @param named the files to read instead of all others; empty for the standard places
     */
    public static RuleFiles ofSystem(List<Path> named) {
        return new RuleFiles(new RulePlaces(named, List.of(OF_DISTRIBUTION, OF_SYSTEM)));
    }

    private static Path configHome(Map<String, String> environment) {
        @Nullable String configured = environment.get("XDG_CONFIG_HOME");
        return configured == null || !configured.startsWith("/")
                ? Path.of(environment.getOrDefault("HOME", "/"), ".config")
                : Path.of(configured);
    }

    /**
     * Reads all rules, or none. Blocks.
     *
     * @throws VitrineException Failed, with a text that names the file, line and column where there are some, and says
     *     what to do
     */
    public Policy read() {
        List<Rule> rules = new ArrayList<>(places.named().isEmpty() ? DefaultRules.read() : List.of());
        for (Path file : places.files()) {
            rules.addAll(RuleFile.read(file));
            if (rules.size() > MAX_RULES) {
                throw RuleFault.of(file + ": with this file there are more than " + MAX_RULES
                        + " rules: use patterns, and fewer rules");
            }
        }
        return new Policy(rules);
    }

    RulePlaces places() {
        return places;
    }
}
