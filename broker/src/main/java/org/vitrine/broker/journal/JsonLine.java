package org.vitrine.broker.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes one entry as one line of JSON, without the line's end. */
final class JsonLine {
    /** The first member of every line. */
    static final String NUMBER = "n";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final JsonFactory FACTORY =
            new JsonFactoryBuilder().characterEscapes(new HarmlessEscapes()).build();

    private JsonLine() {}

    static String of(long number, Instant time, JournalEntry entry) {
        return line(number, time, json -> JsonEntries.write(json, entry));
    }

    /** Says that entries are missing here. */
    static String ofLost(long number, Instant time, long lost) {
        return line(number, time, json -> {
            json.writeStringField("event", "lost");
            json.writeNumberField("entries", lost);
        });
    }

    /** Writes what an entry has beside number and time. */
    private interface Content {
        void write(JsonGenerator json) throws IOException;
    }

    private static String line(long number, Instant time, Content content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField(NUMBER, number);
            json.writeStringField("time", TIME.format(time));
            content.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
