package org.vitrine.policy;

import org.jspecify.annotations.Nullable;

/**
 * Finds the patterns that may match a text by what they begin with: those filed under a prefix of the text.
 *
 * <p>A radix tree: what many texts have in common is compared once, and a text meets few nodes.
 */
final class PrefixTrie {
    private final PrefixNode root = new PrefixNode("");

    /** Files a rule. Rules must be filed by falling number. */
    void add(String prefix, int rule) {
        root.add(prefix, rule);
    }

    /** Calls the visitor with the rules of each prefix of the text, the shortest first. */
    void visit(String text, Visitor visitor) {
        @Nullable PrefixNode node = root;
        int end = 0;
        while (node != null && text.startsWith(node.label(), end)) {
            visitor.rules(node.rules());
            end += node.label().length();
            node = end < text.length() ? node.child(text.charAt(end)) : null;
        }
    }

    interface Visitor {
        void rules(RuleNumbers falling);
    }
}
