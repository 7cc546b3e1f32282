package org.vitrine.generator.java;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.generator.model.Argument;

/** Collects a Javadoc comment, and writes it in lines of a decent length. */
final class Javadoc {
    private static final int LINE_LENGTH = 120;

    private final List<String> blocks = new ArrayList<>();

    private Javadoc() {}

    static Javadoc of(String summary) {
        return of(List.of(summary));
    }

    /** Begin with paragraphs of plain text. */
    static Javadoc of(List<String> paragraphs) {
        Javadoc javadoc = new Javadoc();
        javadoc.blocks.add(escape(paragraphs.getFirst()));
        paragraphs.stream().skip(1).map(text -> "<p>" + escape(text)).forEach(javadoc::separate);
        return javadoc;
    }

    /** Add a {@code @param} for each argument. */
    Javadoc arguments(List<Argument> arguments) {
        arguments.forEach(argument -> tag("param " + JavaNames.identifier(argument.name()), argument.doc()));
        return this;
    }

    Javadoc tag(String tag, String text) {
        String line = "@" + tag + " " + escape(text);
        if (blocks.getLast().startsWith("@")) {
            blocks.add(line);
        } else {
            separate(line);
        }
        return this;
    }

    void writeTo(JavaSource source) {
        int width = LINE_LENGTH - source.indentation() - " * ".length();
        List<String> lines =
                blocks.stream().flatMap(block -> wrap(block, width).stream()).toList();
        if (lines.size() == 1 && lines.getFirst().length() + " */".length() <= width) {
            source.line("/** " + lines.getFirst() + " */");
            return;
        }
        source.line("/**");
        lines.forEach(line -> source.line((" * " + line).stripTrailing()));
        source.line(" */");
    }

    private void separate(String block) {
        blocks.add("");
        blocks.add(block);
    }

    private static List<String> wrap(String block, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : block.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replace("*/", "*&#47;");
    }
}
