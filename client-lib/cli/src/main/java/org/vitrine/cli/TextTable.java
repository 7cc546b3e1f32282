package org.vitrine.cli;

import java.util.ArrayList;
import java.util.List;

/** Aligns cells in columns, the first row as headings. */
public final class TextTable {
    private static final String GAP = "  ";
    private static final String BOLD = "\u001b[1m";
    private static final String PLAIN = "\u001b[0m";

    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    /** Names a column, and says whether it holds numbers. */
    public record Column(String heading, boolean rightAligned) {}

    /** Begins a table without rows. */
    public TextTable(List<Column> columns) {
        this.columns = List.copyOf(columns);
    }

    /** Adds a row. */
    public void row(List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException("a row has a cell for every column");
        }
        rows.add(cells.stream().map(PlainText::of).toList());
    }

    /** Returns the lines, without trailing blanks. */
    public List<String> lines(boolean colour) {
        List<String> lines = new ArrayList<>();
        String headings = line(columns.stream().map(Column::heading).toList());
        lines.add(colour ? BOLD + headings + PLAIN : headings);
        rows.forEach(row -> lines.add(line(row)));
        return lines;
    }

    private String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String padding = " ".repeat(width(i) - length(cells.get(i)));
            line.append(i == 0 ? "" : GAP);
            line.append(columns.get(i).rightAligned() ? padding + cells.get(i) : cells.get(i) + padding);
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        int heading = length(columns.get(column).heading());
        return rows.stream().mapToInt(row -> length(row.get(column))).reduce(heading, Math::max);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
