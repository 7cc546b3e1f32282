package org.vitrine.generator.pages;

import java.util.List;

/** Collects Markdown. */
final class Markdown {
    private static final String START = "<!-- Generated from the contract's XML. Do not edit. -->\n";

    private final StringBuilder text = new StringBuilder(START);

    Markdown heading(int level, String title) {
        return block("#".repeat(level) + " " + title);
    }

    /** Add a paragraph of plain text. */
    Markdown paragraph(String plain) {
        return block(escape(plain));
    }

    /** Add something that is Markdown already. */
    Markdown block(String markdown) {
        text.append(text.length() == START.length() ? "" : "\n")
                .append(markdown)
                .append('\n');
        return this;
    }

    /** Add a table of Markdown cells. */
    Markdown table(List<String> head, List<List<String>> rows) {
        StringBuilder table =
                new StringBuilder(row(head)).append("|---".repeat(head.size())).append("|\n");
        rows.forEach(row -> table.append(row(row)));
        return block(table.toString().stripTrailing());
    }

    static String escape(String plain) {
        return plain.replace("\\", "\\\\")
                .replace("<", "&lt;")
                .replace("|", "\\|")
                .replace("*", "\\*")
                .replace("_", "\\_")
                .replace("[", "\\[");
    }

    static String code(String text) {
        return "`" + text + "`";
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
