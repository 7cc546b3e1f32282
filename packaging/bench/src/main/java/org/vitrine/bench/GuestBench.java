package org.vitrine.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The roads and imports of pictures in the test machine, which has dma-bufs: runs {@code ./bench --road} there and
 * takes its figures over.
 *
 * @param quick whether it runs the fewer rounds
 */
record GuestBench(boolean quick) {
    private static final String WHERE = "in the VM: ";
    private static final String TIMEOUT_SECONDS = "1200";

    /** Measures, with paths below the present directory, which is the project's. */
    List<Figure> run() {
        List<String> command = new ArrayList<>(List.of(
                Path.of("packaging/testvm/vm").toAbsolutePath().toString(),
                "--timeout",
                TIMEOUT_SECONDS,
                "--",
                Path.of("bench").toAbsolutePath().toString(),
                "--road",
                "--json"));
        if (quick) {
            command.add("--quick");
        }
        return figures(Child.allLines(Map.of(), command));
    }

    /** Reads the figures of a report. */
    static List<Figure> figures(String json) {
        List<Figure> figures = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            while (parser.nextToken() != JsonToken.START_ARRAY) {
                if (parser.currentToken() == null) {
                    throw new IllegalStateException("The test machine's report has no figures");
                }
            }
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                figures.add(figure(parser));
            }
            return figures;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Figure figure(JsonParser parser) throws IOException {
        String name = "", unit = "", remark = "";
        OptionalDouble value = OptionalDouble.empty();
        Optional<Goal> goal = Optional.empty();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            JsonToken token = parser.nextToken();
            switch (field) {
                case "name" -> name = parser.getText();
                case "unit" -> unit = parser.getText();
                case "remark" -> remark = parser.getText();
                case "goal" -> goal = Optional.of(Goal.parse(parser.getText()));
                case "value" ->
                    value = token == JsonToken.VALUE_NULL
                            ? OptionalDouble.empty()
                            : OptionalDouble.of(parser.getDoubleValue());
                default -> {} // follows from the others
            }
        }
        return new Figure(WHERE + name, value, unit, goal, remark);
    }
}
