package org.vitrine.cli;

import java.util.List;
import org.vitrine.client.ImageInfo;

/** Lists images for people. */
final class ImageTable {
    private static final List<TextTable.Column> COLUMNS = List.of(
            new TextTable.Column("ID", true),
            new TextTable.Column("TITLE", false),
            new TextTable.Column("SIZE", true),
            new TextTable.Column("FORMAT", false),
            new TextTable.Column("FRAMES", true),
            new TextTable.Column("VIEWERS", true),
            new TextTable.Column("PRODUCER", false),
            new TextTable.Column("TAGS", false));

    private ImageTable() {}

    static List<String> lines(List<ImageInfo> images, boolean colour) {
        TextTable table = new TextTable(COLUMNS);
        images.forEach(image -> table.row(cells(image)));
        return table.lines(colour);
    }

    /** Returns what is said of one image on a line of its own. */
    static String summary(ImageInfo image) {
        List<String> cells = cells(image);
        return String.join("  ", cells.subList(0, 4).stream().map(PlainText::of).toList());
    }

    private static List<String> cells(ImageInfo image) {
        return List.of(
                image.id().toString(),
                image.title(),
                image.widthPixels() + "×" + image.heightPixels(),
                image.format().map(Object::toString).orElse("(no buffers yet)"),
                Long.toString(image.sequence()),
                Long.toString(image.consumers()),
                image.producer().isEmpty() ? "-" : image.producer(),
                image.tags().isEmpty() ? "-" : String.join(",", image.tags()));
    }
}
