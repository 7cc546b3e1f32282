package org.vitrine.broker.grants;

import java.util.Optional;
import org.vitrine.policy.ImageFacts;

/**
 * Names the images that something is remembered of: those of one producer with one title. Unlike an image's serial it
 * means the same after a restart.
 *
 * @param producerAppId the producer's application id; never empty, or it would cover every program that is not known
 * @param title the images' title
 */
public record ImageSelector(String producerAppId, String title) {
    private static final char SEPARATOR = '/';

    public ImageSelector {
        if (producerAppId.isEmpty() || producerAppId.indexOf(SEPARATOR) >= 0) {
            throw new IllegalArgumentException("what is remembered is of a producer that is known");
        }
    }

    /** Selects what looks like an image; empty if its producer is not known, and then nothing is remembered of it. */
    public static Optional<ImageSelector> of(ImageFacts image) {
        return image.producerAppId().isEmpty()
                ? Optional.empty()
                : Optional.of(new ImageSelector(image.producerAppId(), image.title()));
    }

    /** Reads a name as {@link #object} writes it; empty if it is none. */
    public static Optional<ImageSelector> ofObject(String object) {
        int slash = object.indexOf(SEPARATOR);
        return slash < 1
                ? Optional.empty()
                : Optional.of(new ImageSelector(object.substring(0, slash), object.substring(slash + 1)));
    }

    /** Returns the name in the permission store, such as {@code org.example.Camera/Front camera}. */
    public String object() {
        return producerAppId + SEPARATOR + title;
    }
}
