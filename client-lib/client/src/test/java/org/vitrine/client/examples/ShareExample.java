package org.vitrine.client.examples;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.util.function.Consumer;
import org.vitrine.client.ConnectOptions;
import org.vitrine.client.Drawing;
import org.vitrine.client.ImageId;
import org.vitrine.client.ImageSpec;
import org.vitrine.client.PixelPlane;
import org.vitrine.client.SharedImage;
import org.vitrine.client.Vitrine;

/** Shares an image: one grey frame, as long as the caller's work takes. */
public final class ShareExample {
    private ShareExample() {}

    /** Runs the example; {@code meanwhile} hears the image's id, and the image is withdrawn when it returns. */
    public static void run(ConnectOptions options, Consumer<ImageId> meanwhile) {
        // @start region="share"
        try (Vitrine vitrine = Vitrine.connect(options);
                SharedImage image = vitrine.share(ImageSpec.of("My picture", 320, 200))) {
            try (Drawing drawing = image.draw()) {
                PixelPlane plane = drawing.pixels().plane();
                for (int y = 0; y < plane.rows(); y++) {
                    for (int x = 0; x < 320; x++) {
                        plane.row(y).setAtIndex(JAVA_INT, x, 0xff808080);
                    }
                }
            } // published
            meanwhile.accept(image.id());
        } // withdrawn
        // @end
    }
}
