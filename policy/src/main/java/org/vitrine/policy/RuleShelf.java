package org.vitrine.policy;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Holds the rules about one action, each filed under the beginnings of one facet, or under none. */
final class RuleShelf {
    private final Map<Facet, PrefixTrie> tries = new EnumMap<>(Facet.class);
    private final RuleNumbers others = new RuleNumbers();

    /** Files a rule. Rules must be filed by falling number. */
    void file(Rule rule, int number, Optional<Facet> by) {
        if (by.isEmpty()) {
            others.add(number);
            return;
        }
        Facet facet = by.get();
        PrefixTrie trie = tries.computeIfAbsent(facet, _ -> new PrefixTrie());
        facet.beginnings(rule).forEach(beginning -> trie.add(beginning, number));
    }

    /** Calls the visitor with all rules that may fit. */
    void visit(Subject subject, ImageFacts image, PrefixTrie.Visitor visitor) {
        tries.forEach((facet, trie) -> {
            for (String text : facet.texts(subject, image)) {
                trie.visit(text, visitor);
            }
        });
        visitor.rules(others);
    }
}
