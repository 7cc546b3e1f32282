package org.vitrine.policy;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Finds the last fitting rule without looking at every rule.
 *
 * <p>Each rule is filed once for each of its actions, under how the texts of one of its {@linkplain Facet facets} must
 * begin: its application's id, say, or its image's title. So a question meets only the rules that begin like it.
 */
final class RuleIndex {
    /** No rule fits. */
    static final int NONE = -1;

    private final List<Rule> rules;
    private final Map<Action, RuleShelf> shelves = new EnumMap<>(Action.class);

    RuleIndex(List<Rule> rules) {
        this.rules = rules;
        for (Action action : Action.values()) {
            shelves.put(action, new RuleShelf());
        }
        FacetChoice choice = new FacetChoice(rules);
        for (int i = rules.size() - 1; i >= 0; i--) {
            Rule rule = rules.get(i);
            for (Action action : rule.actions()) {
                shelf(action).file(rule, i, choice.of(rule));
            }
        }
    }

    /** Returns the number of the last rule that fits, or {@link #NONE}. */
    int lastFitting(Subject subject, Action action, ImageFacts image) {
        Search search = new Search(subject, action, image);
        shelf(action).visit(subject, image, search);
        return search.best;
    }

    private RuleShelf shelf(Action action) {
        return Objects.requireNonNull(shelves.get(action));
    }

    private final class Search implements PrefixTrie.Visitor {
        private final Subject subject;
        private final Action action;
        private final ImageFacts image;
        private int best = NONE;

        Search(Subject subject, Action action, ImageFacts image) {
            this.subject = subject;
            this.action = action;
            this.image = image;
        }

        @Override
        public void rules(RuleNumbers falling) {
            for (int i = 0; i < falling.count(); i++) {
                int number = falling.get(i);
                if (number <= best) {
                    return;
                }
                if (rules.get(number).fits(subject, action, image)) {
                    best = number;
                    return;
                }
            }
        }
    }
}
