package org.vitrine.generator.model;

import java.util.List;

/**
 * What a comment says: paragraphs of text without line breaks.
 *
 * @param paragraphs at least one
 */
public record Doc(List<String> paragraphs) {
    public Doc {
        paragraphs = List.copyOf(paragraphs);
        if (paragraphs.isEmpty()) {
            throw new IllegalArgumentException("a documentation has at least one paragraph");
        }
    }

    /** Return the first paragraph. */
    public String summary() {
        return paragraphs.getFirst();
    }
}
