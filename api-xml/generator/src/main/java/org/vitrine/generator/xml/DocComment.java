package org.vitrine.generator.xml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vitrine.generator.ContractException;
import org.vitrine.generator.model.Doc;

/**
 * A comment in the form that gdbus-codegen reads: {@code Name:}, then {@code @argument: text} lines, then paragraphs.
 *
 * @param arguments argument name to meaning
 * @param paragraphs the rest
 */
record DocComment(Map<String, String> arguments, List<String> paragraphs) {
    private static final Pattern ARGUMENT = Pattern.compile("@(\\w+):\\s*(.*)");

    static DocComment parse(String comment, String name, String where) {
        List<String> lines = comment.strip().lines().map(String::strip).toList();
        if (!lines.getFirst().equals(name + ":")) {
            throw new ContractException(where, "its comment must begin with \"" + name + ":\"");
        }
        return new DocComment.Parser().parse(lines.subList(1, lines.size()));
    }

    /** Take the meaning of an argument, or what begins with {@code @} like one. */
    String argument(String name, String where) {
        String text = arguments.get(name);
        if (text == null || text.isEmpty()) {
            throw new ContractException(where, "is not documented: its comment needs \"@" + name + ": ...\"");
        }
        return text;
    }

    Doc doc(String where) {
        if (paragraphs.isEmpty()) {
            throw new ContractException(where, "its comment says nothing about it");
        }
        return new Doc(paragraphs);
    }

    private static final class Parser {
        private final Map<String, String> arguments = new LinkedHashMap<>();
        private final List<String> paragraphs = new ArrayList<>();
        private String argument = "";
        private String text = "";

        DocComment parse(List<String> lines) {
            lines.forEach(this::line);
            end();
            return new DocComment(arguments, paragraphs);
        }

        private void line(String line) {
            Matcher matcher = ARGUMENT.matcher(line);
            if (line.isEmpty()) {
                end();
            } else if (matcher.matches()) {
                end();
                argument = matcher.group(1);
                text = matcher.group(2);
            } else {
                text = (text + " " + line).strip();
            }
        }

        private void end() {
            if (!argument.isEmpty()) {
                arguments.put(argument, text);
            } else if (!text.isEmpty()) {
                paragraphs.add(text);
            }
            argument = "";
            text = "";
        }
    }
}
