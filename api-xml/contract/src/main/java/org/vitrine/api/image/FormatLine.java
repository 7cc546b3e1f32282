package org.vitrine.api.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One line of {@code drm-formats.txt}; the head of that file explains the columns. */
record FormatLine(String name, FourCc format, Optional<PixelLayout> layout) {

    static FormatLine parse(String line) {
        List<String> columns = List.of(line.trim().split(" +"));
        FourCc format = FourCc.of(columns.get(1).replace('.', ' '));
        List<PlaneLayout> planes = planes(columns.get(2), columns.subList(3, columns.size()));
        Optional<PixelLayout> layout = planes.isEmpty() ? Optional.empty() : Optional.of(new PixelLayout(planes));
        return new FormatLine(columns.get(0), format, layout);
    }

    private static List<PlaneLayout> planes(String subsampling, List<String> columns) {
        List<PlaneLayout> planes = new ArrayList<>();
        for (String column : columns) {
            planes.add(plane(column, planes.isEmpty() ? "1x1" : subsampling));
        }
        return planes;
    }

    private static PlaneLayout plane(String column, String subsampling) {
        int colon = column.indexOf(':');
        String bytes = colon < 0 ? column : column.substring(0, colon);
        String block = colon < 0 ? "1x1" : column.substring(colon + 1);
        return new PlaneLayout(
                Integer.parseInt(bytes), across(block), down(block), across(subsampling), down(subsampling));
    }

    private static int across(String pair) {
        return Integer.parseInt(pair, 0, pair.indexOf('x'), 10);
    }

    private static int down(String pair) {
        return Integer.parseInt(pair, pair.indexOf('x') + 1, pair.length(), 10);
    }
}
