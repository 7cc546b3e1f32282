package org.vitrine.client;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.vitrine.api.dbus.Variant;
import org.vitrine.fd.Fd;

/**
 * Selects images to be listed. An empty field selects all.
 *
 * @param title a glob with {@code *} and {@code ?}
 * @param producer an application id
 * @param tag one of the image's tags
 */
public record ImageFilter(Optional<String> title, Optional<String> producer, Optional<String> tag) {
    /** Every image that the caller may see. */
    public static final ImageFilter ALL = new ImageFilter(Optional.empty(), Optional.empty(), Optional.empty());

    /** Selects images by title. */
    public static ImageFilter titled(String glob) {
        return new ImageFilter(Optional.of(glob), Optional.empty(), Optional.empty());
    }

    Map<String, Variant<Fd>> options() {
        Map<String, Variant<Fd>> options = new LinkedHashMap<>();
        title.ifPresent(glob -> options.put("title", Variant.of("s", glob)));
        producer.ifPresent(app -> options.put("producer", Variant.of("s", app)));
        tag.ifPresent(word -> options.put("tag", Variant.of("s", word)));
        return options;
    }
}
