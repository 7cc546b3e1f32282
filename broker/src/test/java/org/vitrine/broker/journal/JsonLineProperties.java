package org.vitrine.broker.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

class JsonLineProperties {
    private static final JsonFactory FACTORY = new JsonFactory();

    @Property
    void whateverATitleHoldsTheLineIsHarmlessAndMeansIt(@ForAll @StringLength(max = 300) String title)
            throws IOException {
        String line = JsonLine.of(1, Instant.EPOCH, TestEntries.decided(title));

        assertThat(line.codePoints()).noneMatch(JsonLineProperties::isHarmful);
        assertThat(titleIn(line)).isEqualTo(title);
    }

    private static boolean isHarmful(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }

    private static String titleIn(String line) throws IOException {
        try (JsonParser parser = FACTORY.createParser(line)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME && parser.currentName().equals("title")) {
                    return parser.nextTextValue();
                }
            }
        }
        throw new AssertionError("no title in " + line);
    }
}
