package org.vitrine.gpucheck;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vitrine.cli.TextTable;

/**
 * Holds what came of each road.
 *
 * @param importers the columns
 * @param rows what each importer said, by exporter
 */
record RoadTable(List<String> importers, Map<String, List<String>> rows) {
    /** Says that every pixel was right, and both ends saw the same memory. */
    static final String ARRIVED = "every pixel is right, and both ends see one inode";

    /** Begins what says why a road was not taken. */
    static final String REFUSED = "refused ";

    RoadTable {
        importers = List.copyOf(importers);
        rows = new LinkedHashMap<>(rows);
    }

    /** Returns whether no picture arrived with wrong pixels, and no other memory. */
    boolean isRight() {
        return rows.values().stream()
                .flatMap(List::stream)
                .allMatch(result -> result.equals(ARRIVED) || result.startsWith(REFUSED));
    }

    /** Returns the table as text. */
    List<String> lines() {
        List<TextTable.Column> columns = new ArrayList<>();
        columns.add(new TextTable.Column("FROM \\ TO", false));
        importers.forEach(importer -> columns.add(new TextTable.Column(importer, false)));
        TextTable table = new TextTable(columns);
        rows.forEach((exporter, results) -> {
            List<String> cells = new ArrayList<>(List.of(exporter));
            results.forEach(result -> cells.add(cell(result)));
            table.row(cells);
        });
        return table.lines(false);
    }

    private static String cell(String result) {
        if (result.equals(ARRIVED)) {
            return "ok";
        }
        return result.startsWith(REFUSED) ? "refused" : "WRONG";
    }

    /** Returns what was said where a road was refused or wrong, and of which roads. */
    Map<String, List<String>> notes() {
        Map<String, List<String>> notes = new LinkedHashMap<>();
        rows.forEach((exporter, results) -> {
            for (int i = 0; i < results.size(); i++) {
                if (!results.get(i).equals(ARRIVED)) {
                    notes.computeIfAbsent(results.get(i), _ -> new ArrayList<>())
                            .add(exporter + " to " + importers.get(i));
                }
            }
        });
        return notes;
    }
}
