package org.vitrine.policy;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Finds the last fitting rule without looking at every rule.
 *
 * <p>Each rule is filed once for each of its actions and patterns, under the longest beginning without wildcard that
 * its application, its producer or its title must have. So a question meets only the rules that begin like it.
 */
final class RuleIndex {
    /** No rule fits. */
    static final int NONE = -1;

    private final List<Rule> rules;
    private final Map<Action, Shelf> shelves = new EnumMap<>(Action.class);

    RuleIndex(List<Rule> rules) {
        this.rules = rules;
        for (Action action : Action.values()) {
            shelves.put(action, new Shelf());
        }
        for (int i = rules.size() - 1; i >= 0; i--) {
            for (Action action : rules.get(i).actions()) {
                shelf(action).file(rules.get(i), i);
            }
        }
    }

    /** Returns the number of the last rule that fits, or {@link #NONE}. */
    int lastFitting(Subject subject, Action action, ImageFacts image) {
        Search search = new Search(subject, action, image);
        Shelf shelf = shelf(action);
        shelf.byApp.visit(subject.appId(), search);
        shelf.byProducer.visit(image.producerAppId(), search);
        shelf.byTitle.visit(image.title(), search);
        return search.best;
    }

    private Shelf shelf(Action action) {
        return Objects.requireNonNull(shelves.get(action));
    }

    private static final class Shelf {
        private final PrefixTrie byApp = new PrefixTrie();
        private final PrefixTrie byProducer = new PrefixTrie();
        private final PrefixTrie byTitle = new PrefixTrie();

        void file(Rule rule, int number) {
            List<Glob> apps = rule.subjects().apps();
            List<Glob> producers = rule.images().producers();
            List<Glob> titles = rule.images().titles();
            int app = shortestPrefix(apps);
            int producer = shortestPrefix(producers);
            int title = shortestPrefix(titles);
            if (app >= producer && app >= title) {
                file(byApp, apps, number);
            } else if (producer >= title) {
                file(byProducer, producers, number);
            } else {
                file(byTitle, titles, number);
            }
        }

        private static void file(PrefixTrie trie, List<Glob> globs, int number) {
            if (globs.isEmpty()) {
                trie.add("", number);
            }
            globs.stream().map(Glob::literalPrefix).distinct().forEach(prefix -> trie.add(prefix, number));
        }

        private static int shortestPrefix(List<Glob> globs) {
            return globs.stream()
                    .mapToInt(glob -> glob.literalPrefix().length())
                    .min()
                    .orElse(0);
        }
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
        public void rules(List<Integer> falling) {
            for (int number : falling) {
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
