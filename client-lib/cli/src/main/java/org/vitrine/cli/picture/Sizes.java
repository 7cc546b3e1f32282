package org.vitrine.cli.picture;

import org.vitrine.client.Pixels;

/** Compares sizes before anything is drawn. */
final class Sizes {
    private Sizes() {}

    static void requireSame(Picture picture, Pixels pixels) {
        if (picture.widthPixels() != pixels.widthPixels() || picture.heightPixels() != pixels.heightPixels()) {
            throw new IllegalArgumentException("the picture has another size than the buffer");
        }
    }
}
