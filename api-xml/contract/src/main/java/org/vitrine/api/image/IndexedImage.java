package org.vitrine.api.image;

import java.util.ArrayList;
import java.util.List;

/**
 * Separates an image from its descriptors, so that it can be written down.
 *
 * @param <F> the kind of descriptor
 * @param image the image with indices into {@code descriptors} in place of them
 * @param descriptors each descriptor once
 */
public record IndexedImage<F>(Image<Integer> image, List<F> descriptors) {

    public IndexedImage {
        descriptors = List.copyOf(descriptors);
        for (Buffer<Integer> buffer : image.buffers()) {
            for (Plane<Integer> plane : buffer.planes()) {
                if (plane.fd() < 0 || plane.fd() >= descriptors.size()) {
                    throw new IllegalArgumentException("A plane's descriptor index is outside the list");
                }
            }
        }
    }

    /**
     * Takes the descriptors out of an image, in the order in which its planes first use them. Equal ones are taken
     * once.
     */
    public static <F> IndexedImage<F> of(Image<F> image) {
        List<F> descriptors = new ArrayList<>();
        Image<Integer> indexed = image.map(descriptor -> {
            if (!descriptors.contains(descriptor)) {
                descriptors.add(descriptor);
            }
            return descriptors.indexOf(descriptor);
        });
        return new IndexedImage<>(indexed, descriptors);
    }

    /** Puts the descriptors back in. */
    public Image<F> joined() {
        return image.map(descriptors::get);
    }
}
