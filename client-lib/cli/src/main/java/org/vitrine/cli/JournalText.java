package org.vitrine.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;

/** Puts an entry of the journal into words, on one line. */
final class JournalText {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final Map<String, String> members;

    private JournalText(Map<String, String> members) {
        this.members = members;
    }

    /** Returns the words; the line itself, made harmless, if it is no entry. */
    static String of(String line) {
        try {
            return PlainText.of(new JournalText(read(line)).words());
        } catch (IOException e) {
            return PlainText.of(line);
        }
    }

    private String words() {
        String more = get("times").isEmpty() ? "" : ", and so " + get("times") + " times more";
        return "%s  %-9s  %s".formatted(time(), get("event"), rest() + more);
    }

    private String rest() {
        return switch (get("event")) {
            case "decided" -> consumer() + " " + get("action") + " " + image() + ": " + get("outcome") + ", " + basis();
            case "delivered" ->
                consumer() + " " + get("action") + " " + image() + ": generation " + get("generation") + ", "
                        + get("buffers") + " buffers";
            case "ended" -> consumer() + " " + image() + (get("reason").isEmpty() ? "" : ": " + get("reason"));
            case "changed" -> get("what") + (get("detail").isEmpty() ? "" : " " + get("detail"));
            case "lost" -> get("entries") + " entries are missing here";
            default -> "";
        };
    }

    private String time() {
        try {
            return ShownTime.of(Instant.parse(get("time")));
        } catch (DateTimeParseException e) {
            return get("time");
        }
    }

    private String consumer() {
        return get("app").isEmpty() ? "(unknown, pid " + get("pid") + ")" : get("app");
    }

    private String image() {
        String producer = get("image.producer");
        return "image " + get("image.id") + " \"" + get("image.title") + "\" of "
                + (producer.isEmpty() ? "(unknown)" : producer);
    }

    private String basis() {
        return switch (get("basis")) {
            case "rule" -> "rule " + get("rule") + " (" + get("source") + ") says " + get("effect");
            case "manifest" -> "manifest " + get("manifest");
            case "grant" -> "remembered for " + get("grant");
            default -> "no rule fits";
        };
    }

    private String get(String name) {
        return members.getOrDefault(name, "");
    }

    private static Map<String, String> read(String line) throws IOException {
        Map<String, String> members = new HashMap<>();
        try (JsonParser parser = FACTORY.createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("not an object");
            }
            readObject(parser, "", members);
        }
        return members;
    }

    private static void readObject(JsonParser parser, String prefix, Map<String, String> members) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = prefix + parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_OBJECT) {
                readObject(parser, name + ".", members);
            } else if (value == JsonToken.START_ARRAY) {
                parser.skipChildren();
            } else {
                members.put(name, parser.getText());
            }
        }
    }
}
