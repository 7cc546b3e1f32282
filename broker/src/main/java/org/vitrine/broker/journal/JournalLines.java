package org.vitrine.broker.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Reads a journal's lines. A line that is broken is left out: a broker was killed while it wrote it. */
final class JournalLines {
    private static final long BROKEN = -1;
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JournalFiles files;

    JournalLines(JournalFiles files) {
        this.files = files;
    }

    /** Returns the number of the last whole line; 0 if there is none. Blocks. */
    long last() throws IOException {
        long last = 0;
        for (Numbered line : all(Long.MAX_VALUE)) {
            last = Math.max(last, line.number());
        }
        return last;
    }

    /** Reads lines with greater numbers, oldest first. Blocks. */
    Journal.Page read(long after, int most) throws IOException {
        List<Numbered> wanted = all(after).stream()
                .filter(line -> line.number() > after)
                .limit(most)
                .toList();
        return new Journal.Page(
                wanted.isEmpty() ? after : wanted.getLast().number(),
                wanted.stream().map(Numbered::text).toList());
    }

    private record Numbered(long number, String text) {}

    /** Reads the newest files, as many as are needed to go on after a number. */
    private List<Numbered> all(long after) throws IOException {
        List<InputStream> newestFirst = files.openToRead();
        try {
            Deque<List<Numbered>> oldestFirst = new ArrayDeque<>();
            for (InputStream stream : newestFirst) {
                List<Numbered> lines = lines(stream);
                oldestFirst.addFirst(lines);
                if (!lines.isEmpty() && lines.getFirst().number() <= after) {
                    break;
                }
            }
            return oldestFirst.stream().flatMap(List::stream).toList();
        } finally {
            for (InputStream stream : newestFirst) {
                stream.close();
            }
        }
    }

    private static List<Numbered> lines(InputStream stream) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        List<Numbered> lines = new ArrayList<>();
        for (String text = reader.readLine(); text != null; text = reader.readLine()) {
            long number = number(text);
            if (number != BROKEN) {
                lines.add(new Numbered(number, text));
            }
        }
        return lines;
    }

    /** Returns the number that a line begins with, if the whole line is one JSON object. */
    private static long number(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT
                    || !JsonLine.NUMBER.equals(parser.nextFieldName())
                    || parser.nextToken() != JsonToken.VALUE_NUMBER_INT) {
                return BROKEN;
            }
            long number = parser.getLongValue();
            for (int depth = 1; depth > 0; ) {
                JsonToken token = parser.nextToken();
                if (token == null) {
                    return BROKEN;
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            }
            return parser.nextToken() == null ? number : BROKEN;
        } catch (IOException e) {
            return BROKEN;
        }
    }
}
