package org.vitrine.policy;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Selects producers by their application ids, for one action of a {@link Manifest}.
 *
 * @param included patterns, of which one must match
 * @param excluded patterns, of which none may match
 */
public record ManifestEntry(List<Glob> included, List<Glob> excluded) {
    /** Selects nobody. */
    static final ManifestEntry NOBODY = new ManifestEntry(List.of(), List.of());

    private static final int MAX_VALUES = 256;
    private static final Pattern APP_PATTERN = Pattern.compile("[A-Za-z0-9._*?-]{1,255}");
    private static final Pattern YES = Pattern.compile("yes|\\*");
    private static final Glob ANYTHING = new Glob("*");

    public ManifestEntry {
        included = List.copyOf(included);
        excluded = List.copyOf(excluded);
    }

    static ManifestEntry of(Action action, List<String> values) {
        List<String> excluded = values.stream()
                .filter(ManifestEntry::excludes)
                .map(value -> value.substring(1))
                .toList();
        List<String> included =
                values.stream().filter(value -> !excludes(value)).toList();
        Pattern form = action == Action.PRODUCE ? YES : APP_PATTERN;
        if (values.size() > MAX_VALUES || !excluded.stream().allMatch(form.asMatchPredicate())) {
            return NOBODY;
        }
        Function<String, Glob> glob = action == Action.PRODUCE ? value -> ANYTHING : Glob::new;
        return new ManifestEntry(
                included.stream().filter(form.asMatchPredicate()).map(glob).toList(),
                excluded.stream().map(glob).toList());
    }

    private static boolean excludes(String value) {
        return value.startsWith("!");
    }

    /** Returns the pattern that lets the producer's images in; empty if none does. */
    Optional<Glob> fitting(String producerAppId) {
        if (Glob.oneMatches(excluded, producerAppId)) {
            return Optional.empty();
        }
        return included.stream().filter(glob -> glob.matches(producerAppId)).findFirst();
    }
}
