package org.vitrine.broker.identity;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Holds a key file in the form that GLib writes it (GKeyFile). What two readers could understand in two ways is refused
 * rather than read: a group or a key that comes twice, space around a key, carriage returns, NULs, other encodings.
 *
 * @param groups values as they are written, by group and key
 */
record KeyFile(Map<String, Map<String, String>> groups) {
    private static final Pattern GROUP = Pattern.compile("\\[([^\\[\\]\\p{Cntrl}]+)]");
    private static final Pattern ENTRY = Pattern.compile("([^=\\s](?:[^=]*[^=\\s])?)=(.*)", Pattern.DOTALL);

    static KeyFile parse(byte[] bytes) throws IOException {
        String text = decoded(bytes);
        if (text.indexOf('\0') >= 0 || text.indexOf('\r') >= 0) {
            throw new IOException("a key file with characters that have no place in it");
        }
        Map<String, Map<String, String>> groups = new LinkedHashMap<>();
        Map<String, String> group = Map.of();
        for (String line : text.split("\n", -1)) {
            if (line.startsWith("[")) {
                group = open(line, groups);
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                add(line, groups.isEmpty(), group);
            }
        }
        return new KeyFile(groups);
    }

    private static String decoded(byte[] bytes) throws IOException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private static Map<String, String> open(String line, Map<String, Map<String, String>> groups) throws IOException {
        var name = GROUP.matcher(line);
        Map<String, String> opened = new LinkedHashMap<>();
        if (!name.matches() || groups.putIfAbsent(name.group(1), opened) != null) {
            throw new IOException("a key file with a group that is broken, or there twice");
        }
        return opened;
    }

    private static void add(String line, boolean beforeAnyGroup, Map<String, String> group) throws IOException {
        var entry = ENTRY.matcher(line);
        if (beforeAnyGroup || !entry.matches() || group.putIfAbsent(entry.group(1), entry.group(2)) != null) {
            throw new IOException("a key file with a line that is no entry, or there twice");
        }
    }

    Map<String, String> group(String name) {
        return groups.getOrDefault(name, Map.of());
    }

    Optional<String> value(String group, String key) {
        return Optional.ofNullable(group(group).get(key));
    }

    /** Reads a value as a list, whose elements are ended by semicolons; the last one need not be. */
    static List<String> list(String value) throws IOException {
        List<String> elements = new ArrayList<>();
        StringBuilder element = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == ';') {
                elements.add(element.toString());
                element.setLength(0);
            } else if (c == '\\') {
                i++;
                element.append(escaped(i < value.length() ? value.charAt(i) : '\0'));
            } else {
                element.append(c);
            }
        }
        if (!element.isEmpty()) {
            elements.add(element.toString());
        }
        return elements;
    }

    private static char escaped(char code) throws IOException {
        return switch (code) {
            case 's' -> ' ';
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case '\\', ';' -> code;
            default -> throw new IOException("a key file with an unknown escape");
        };
    }
}
