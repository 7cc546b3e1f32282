package org.vitrine.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * All figures of a run.
 *
 * @param rounds of which each ratio is the median
 * @param busyBeforePercent how much of the machine others used before the run
 */
record Report(String machine, int rounds, double busyBeforePercent, double busyAfterPercent, List<Figure> figures) {
    private static final String ROW = "%-58s %12s %8s %-7s %s%n";

    void printTable(PrintStream out) {
        out.printf(ROW, "figure", "value", "goal", "", "made of");
        for (Figure figure : figures) {
            String goal = figure.goal().map(Goal::toString).orElse("");
            out.printf(ROW, figure.name(), figure.valueText(), goal, figure.verdict(), figure.remark());
        }
        out.printf(
                "%n%s; medians of %d rounds; others used %.0f %% of it before the run and %.0f %% after.%n",
                machine, rounds, busyBeforePercent, busyAfterPercent);
    }

    void printJson(PrintStream out) {
        try (JsonGenerator json = new JsonFactory().createGenerator(out).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("machine", machine);
            json.writeNumberField("rounds", rounds);
            json.writeNumberField("busy_before_percent", busyBeforePercent);
            json.writeNumberField("busy_after_percent", busyAfterPercent);
            json.writeArrayFieldStart("figures");
            for (Figure figure : figures) {
                write(json, figure);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(JsonGenerator json, Figure figure) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", figure.name());
        if (figure.value().isPresent()) {
            json.writeNumberField("value", figure.value().getAsDouble());
        } else {
            json.writeNullField("value");
        }
        json.writeStringField("unit", figure.unit());
        if (figure.goal().isPresent()) {
            json.writeStringField("goal", figure.goal().get().toString());
        }
        if (figure.isMet().isPresent()) {
            json.writeBooleanField("met", figure.isMet().get());
        }
        json.writeStringField("remark", figure.remark());
        json.writeEndObject();
    }
}
