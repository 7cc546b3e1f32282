package org.vitrine.generator.java;

import java.util.List;

/** Collects lines of Java, indented by the blocks they are in. */
final class JavaSource {
    private static final int LINE_LENGTH = 120;
    private static final String INDENT = "    ";

    private final StringBuilder text = new StringBuilder();
    private int depth;

    int indentation() {
        return depth * INDENT.length();
    }

    JavaSource line(String line) {
        text.append(line.isEmpty() ? "" : INDENT.repeat(depth)).append(line).append('\n');
        return this;
    }

    JavaSource blank() {
        return line("");
    }

    /** Open a block whose first line ends with an opening brace. */
    JavaSource open(String line) {
        line(line);
        depth++;
        return this;
    }

    JavaSource close() {
        depth--;
        return line("}");
    }

    JavaSource closeStatement() {
        depth--;
        return line("};");
    }

    JavaSource indent() {
        depth++;
        return this;
    }

    JavaSource outdent() {
        depth--;
        return this;
    }

    /** Tell whether a line fits where the next one goes. */
    boolean fits(String line) {
        return indentation() + line.length() <= LINE_LENGTH;
    }

    /** Write a list between a head and a tail: on one line if it fits, else one item a line. */
    JavaSource list(String head, List<String> items, String tail) {
        String oneLine = head + String.join(", ", items) + tail;
        if (fits(oneLine)) {
            return line(oneLine);
        }
        line(head);
        for (int i = 0; i < items.size(); i++) {
            line(INDENT.repeat(2) + items.get(i) + (i < items.size() - 1 ? "," : tail));
        }
        return this;
    }

    /** Write a call chain: on one line if it fits, else one link a line. */
    JavaSource chain(String start, List<String> links) {
        String oneLine = start + String.join("", links);
        if (fits(oneLine)) {
            return line(oneLine);
        }
        line(start);
        links.forEach(link -> line(INDENT.repeat(2) + link));
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
