package org.vitrine.broker.registry;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Holds what a producer said of an image, checked.
 *
 * @param title shown to people
 * @param tags matched by rules and filters
 * @param writable whether consumers may be allowed to draw into the buffers
 * @param announced size and formats of an image that is advertised without buffers
 * @param formats the formats as advertised; empty if none were given
 */
public record ImageTraits(
        String title, List<String> tags, boolean writable, Optional<Size> announced, Optional<FormatSet> formats) {
    public ImageTraits {
        Objects.requireNonNull(title);
        Objects.requireNonNull(announced);
        Objects.requireNonNull(formats);
        tags = List.copyOf(tags);
    }

    /** Gives a size in pixels. */
    public record Size(long width, long height) {}
}
