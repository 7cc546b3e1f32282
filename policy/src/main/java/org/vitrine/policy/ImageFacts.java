package org.vitrine.policy;

import java.util.List;
import java.util.Objects;

/**
 * Describes an image, as far as rules can tell images apart.
 *
 * @param producerAppId the producer's application id; empty if it could not be established
 * @param title what the producer calls the image
 * @param tags words that the producer gave it
 */
public record ImageFacts(String producerAppId, String title, List<String> tags) {
    public ImageFacts {
        Objects.requireNonNull(producerAppId);
        Objects.requireNonNull(title);
        tags = List.copyOf(tags);
    }
}
