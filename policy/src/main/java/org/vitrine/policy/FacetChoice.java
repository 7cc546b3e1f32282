package org.vitrine.policy;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Chooses by which facet to file a rule: the one whose beginnings the rule shares with the fewest others. */
final class FacetChoice {
    private final Map<Facet, Map<String, Integer>> counts = new EnumMap<>(Facet.class);

    FacetChoice(List<Rule> rules) {
        for (Facet facet : Facet.values()) {
            Map<String, Integer> sharing = new HashMap<>();
            for (Rule rule : rules) {
                facet.beginnings(rule).forEach(beginning -> sharing.merge(beginning, 1, Integer::sum));
            }
            counts.put(facet, sharing);
        }
    }

    /** Returns the facet; empty if the rule may fit any text. */
    Optional<Facet> of(Rule rule) {
        Optional<Facet> best = Optional.empty();
        int fewest = Integer.MAX_VALUE;
        for (Facet facet : Facet.values()) {
            int sharing = sharing(facet, rule);
            if (sharing < fewest) {
                best = Optional.of(facet);
                fewest = sharing;
            }
        }
        return best;
    }

    private int sharing(Facet facet, Rule rule) {
        Map<String, Integer> sharing = Objects.requireNonNull(counts.get(facet));
        return facet.beginnings(rule).stream()
                .mapToInt(beginning -> Objects.requireNonNull(sharing.get(beginning)))
                .max()
                .orElse(Integer.MAX_VALUE);
    }
}
