package org.vitrine.policy;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Holds the rules of one prefix of a {@link PrefixTrie}, and the nodes of longer ones by their next letter. */
final class PrefixNode {
    private String label;
    private RuleNumbers rules = new RuleNumbers();
    private char[] letters = {};
    private PrefixNode[] children = {};

    /**
     * Makes a node without rules.
     *
     * @param label what the prefix has after that of the node above
     */
    PrefixNode(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    RuleNumbers rules() {
        return rules;
    }

    /** Returns the node whose label begins with the letter, or null. */
    @Nullable
    PrefixNode child(char letter) {
        int index = Arrays.binarySearch(letters, letter);
        return index < 0 ? null : children[index];
    }

    /** Files a rule under this node's prefix and {@code rest}. */
    void add(String rest, int rule) {
        if (rest.isEmpty()) {
            rules.add(rule);
            return;
        }
        PrefixNode child = child(rest.charAt(0));
        if (child == null) {
            child = new PrefixNode(rest);
            insert(child);
        }
        int common = child.commonWith(rest);
        child.splitAt(common);
        child.add(rest.substring(common), rule);
    }

    private int commonWith(String rest) {
        int common = 0;
        while (common < label.length() && common < rest.length() && label.charAt(common) == rest.charAt(common)) {
            common++;
        }
        return common;
    }

    /** Keeps the first letters of the label, and hands all else to a node below. */
    private void splitAt(int length) {
        if (length == label.length()) {
            return;
        }
        PrefixNode lower = new PrefixNode(label.substring(length));
        lower.rules = rules;
        lower.letters = letters;
        lower.children = children;
        label = label.substring(0, length);
        rules = new RuleNumbers();
        letters = new char[0];
        children = new PrefixNode[0];
        insert(lower);
    }

    private void insert(PrefixNode child) {
        int at = -Arrays.binarySearch(letters, child.label.charAt(0)) - 1;
        char[] moreLetters = Arrays.copyOf(letters, letters.length + 1);
        PrefixNode[] moreChildren = Arrays.copyOf(children, children.length + 1);
        System.arraycopy(letters, at, moreLetters, at + 1, letters.length - at);
        System.arraycopy(children, at, moreChildren, at + 1, children.length - at);
        moreLetters[at] = child.label.charAt(0);
        moreChildren[at] = child;
        letters = moreLetters;
        children = moreChildren;
    }
}
