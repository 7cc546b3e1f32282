package org.vitrine.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the patterns that may match a text by what they begin with: those filed under a prefix of the text.
 *
 * <p>Each node holds the numbers of the rules filed there, highest first.
 */
final class PrefixTrie {
    private final Node root = new Node();

    /** Files a rule. Rules must be filed by falling number. */
    void add(String prefix, int rule) {
        Node node = root;
        for (int i = 0; i < prefix.length(); i++) {
            node = node.children.computeIfAbsent(prefix.charAt(i), letter -> new Node());
        }
        node.rules.add(rule);
    }

    /** Calls the visitor with the rules of each prefix of the text, the empty one first. */
    void visit(String text, Visitor visitor) {
        Node node = root;
        for (int i = 0; node != null; i++) {
            visitor.rules(node.rules);
            node = i < text.length() ? node.children.get(text.charAt(i)) : null;
        }
    }

    interface Visitor {
        void rules(List<Integer> falling);
    }

    private static final class Node {
        private final Map<Character, Node> children = new HashMap<>(2);
        private final List<Integer> rules = new ArrayList<>(1);
    }
}
