package org.vitrine.checks.strangers;

import org.vitrine.checks.stage.Program;
import org.vitrine.checks.stage.Stage;

/**
 * A picture that a stranger advertises and that stays as it is: 321×123 XRGB8888 whose rows are padded. Closing ends
 * its producer.
 *
 * @param path the image
 * @param sha256 of the pixels, without padding
 */
record StillPicture(Program producer, String path, String sha256) implements AutoCloseable {
    static final String TITLE = "Still life";
    static final int HEIGHT = 123;
    static final int ROW_BYTES = 321 * 4;
    static final int OFFSET_BYTES = 4096;
    static final int STRIDE_BYTES = ROW_BYTES + 60;

    static StillPicture shownOn(Stage stage) {
        Program producer = stage.startAttacker("still.py", TITLE);
        String[] words = producer.readLine().split(" ", 2);
        return new StillPicture(producer, words[0], words[1]);
    }

    @Override
    public void close() {
        producer.close();
    }
}
