package org.vitrine.checks.people;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads JSON strictly into the texts of its scalars, by path, such as {@code images.0.title}. */
final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final Map<String, String> scalars = new LinkedHashMap<>();

    private Json() {}

    static Map<String, String> read(String text) throws IOException {
        Json json = new Json();
        try (JsonParser parser = FACTORY.createParser(text)) {
            parser.nextToken();
            json.value(parser, "");
            if (parser.nextToken() != null) {
                throw new IOException("more than one value: " + text);
            }
        }
        return json.scalars;
    }

    private void value(JsonParser parser, String path) throws IOException {
        switch (parser.currentToken()) {
            case START_OBJECT -> {
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    value(parser, path.isEmpty() ? name : path + "." + name);
                }
            }
            case START_ARRAY -> {
                for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                    value(parser, path + "." + i);
                }
            }
            default -> scalars.put(path, parser.getText());
        }
    }
}
