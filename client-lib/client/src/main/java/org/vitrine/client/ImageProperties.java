package org.vitrine.client;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vitrine.api.dbus.Variant;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.api.image.FourCc;
import org.vitrine.api.image.Modifier;

/** Reads an image's metadata as the broker sends it. What is absent or of another type counts as empty. */
final class ImageProperties {
    private final Map<String, ? extends Variant<?>> properties;

    ImageProperties(Map<String, ? extends Variant<?>> properties) {
        this.properties = properties;
    }

    ImageInfo info(ImageId id) {
        return new ImageInfo(
                id,
                text("title"),
                texts("tags"),
                text("producer"),
                number("width"),
                number("height"),
                format(),
                number("planes"),
                number("generation"),
                number("buffers"),
                number("sequence"),
                value("writable") instanceof Boolean writable && writable,
                number("consumers"));
    }

    private Optional<DrmFormat> format() {
        if (value("fourcc") instanceof Long fourCc && value("modifier") instanceof Long modifier) {
            return Optional.of(new DrmFormat(new FourCc(fourCc.intValue()), new Modifier(modifier)));
        }
        return Optional.empty();
    }

    private String text(String key) {
        return value(key) instanceof String text ? text : "";
    }

    private List<String> texts(String key) {
        return value(key) instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of();
    }

    private long number(String key) {
        return value(key) instanceof Long number ? number : 0;
    }

    private @Nullable Object value(String key) {
        Variant<?> variant = properties.get(key);
        return variant == null ? null : variant.value();
    }
}
