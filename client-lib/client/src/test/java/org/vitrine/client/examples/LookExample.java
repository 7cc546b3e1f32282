package org.vitrine.client.examples;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import org.vitrine.client.ConnectOptions;
import org.vitrine.client.ImageFilter;
import org.vitrine.client.ImageInfo;
import org.vitrine.client.OpenedImage;
import org.vitrine.client.PixelMapping;
import org.vitrine.client.Vitrine;

/** Looks at an image's latest frame. */
public final class LookExample {
    private LookExample() {}

    /** Runs the example, and returns the first pixel. */
    public static int run(ConnectOptions options) {
        // @start region="look"
        try (Vitrine vitrine = Vitrine.connect(options)) {
            ImageInfo info = vitrine.images(ImageFilter.titled("My *")).getFirst();
            try (OpenedImage image = vitrine.open(info.id());
                    PixelMapping mapping = image.map()) {
                return mapping.pixels().plane().row(0).getAtIndex(JAVA_INT, 0);
            }
        }
        // @end
    }
}
