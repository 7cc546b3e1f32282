package org.vitrine.checks.stage;

import java.util.List;

/**
 * A picture that a stranger advertises and that stays as it is: 321×123 XRGB8888 whose rows are padded. Closing ends
 * its producer.
 *
 * @param path the image
 * @param sha256 of the pixels, without padding
 */
public record StillPicture(Program producer, String path, String sha256) implements AutoCloseable {
    public static final String TITLE = "Still life";
    public static final int WIDTH = 321;
    public static final int HEIGHT = 123;
    public static final int ROW_BYTES = WIDTH * 4;
    public static final int OFFSET_BYTES = 4096;
    public static final int STRIDE_BYTES = ROW_BYTES + 60;

    /** Show the picture under its usual title. */
    public static StillPicture shownOn(Stage stage) {
        return shownOn(stage, TITLE);
    }

    /** Show the picture under another title. */
    public static StillPicture shownOn(Stage stage, String title) {
        return of(stage.startAttacker("still.py", title));
    }

    /** Show the picture under its usual title, as one of those who see that door. */
    public static StillPicture shownThrough(Portal portal) {
        String script = Places.ATTACKERS.resolve("still.py").toString();
        return of(Program.start(portal.environment(), List.of("/usr/bin/python3", "-B", script, TITLE)));
    }

    /** Show the picture in a dma-buf, which needs the test machine. */
    public static StillPicture inDmaBufOn(Stage stage) {
        return inDmaBufOn(stage, "udmabuf");
    }

    /** Show the picture in a dma-buf of one of exporters.py, which needs the test machine. */
    public static StillPicture inDmaBufOn(Stage stage, String exporter) {
        return of(stage.startAttacker("still.py", TITLE, exporter));
    }

    /** The pixel at a place, as 0xRRGGBB. */
    public static int pixel(int x, int y) {
        int red = (x ^ y) & 0xff;
        int green = y * 3 & 0xff;
        int blue = x * 7 & 0xff;
        return red << 16 | green << 8 | blue;
    }

    /** Take the picture that this run of still.py shows. */
    public static StillPicture of(Program producer) {
        String[] words = producer.readLine().split(" ", 2);
        return new StillPicture(producer, words[0], words[1]);
    }

    @Override
    public void close() {
        producer.close();
    }
}
