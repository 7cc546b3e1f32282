package org.vitrine.demo.troupe;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Holds one line of JSON that a child tells its parent, or the final report: named texts, whole numbers and booleans.
 *
 * @param fields in order
 */
public record Report(Map<String, Object> fields) {
    private static final JsonFactory JSON = new JsonFactory();

    public Report {
        fields = new LinkedHashMap<>(fields);
    }

    public static Report of(String event) {
        Report report = new Report(Map.of());
        return report.with("event", event);
    }

    /** Returns the same with one more field: a text, a whole number or a boolean. */
    public Report with(String name, Object value) {
        Report more = new Report(fields);
        more.fields.put(name, value);
        return more;
    }

    public String text(String name) {
        return value(name).toString();
    }

    public long number(String name) {
        return Long.parseLong(text(name));
    }

    public Object value(String name) {
        Object value = fields.get(name);
        if (value == null) {
            throw new DemoFailure("a child's report lacks " + name + ": " + fields);
        }
        return value;
    }

    public String json(boolean pretty) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            if (pretty) {
                json.useDefaultPrettyPrinter();
            }
            json.writeStartObject();
            for (Map.Entry<String, Object> field : fields.entrySet()) {
                json.writeFieldName(field.getKey());
                writeValue(json, field.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void writeValue(JsonGenerator json, Object value) throws IOException {
        switch (value) {
            case Boolean truth -> json.writeBoolean(truth);
            case Number number -> json.writeNumber(number.longValue());
            default -> json.writeString(value.toString());
        }
    }

    /**
     * Reads what {@link #json} writes.
     *
     * @throws IOException if it is something else
     */
    public static Report parse(String text) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        try (JsonParser json = JSON.createParser(text)) {
            require(json.nextToken() == JsonToken.START_OBJECT);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                fields.put(name, readValue(json));
            }
            require(json.currentToken() == JsonToken.END_OBJECT);
        }
        return new Report(fields);
    }

    private static Object readValue(JsonParser json) throws IOException {
        return switch (json.nextToken()) {
            case VALUE_STRING -> json.getText();
            case VALUE_NUMBER_INT -> json.getLongValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> throw new IOException("not a report");
        };
    }

    private static void require(boolean holds) throws IOException {
        if (!holds) {
            throw new IOException("not a report");
        }
    }
}
