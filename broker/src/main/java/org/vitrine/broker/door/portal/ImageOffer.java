package org.vitrine.broker.door.portal;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.api.Limits;
import org.vitrine.api.dbus.Variant;
import org.vitrine.broker.door.Options;
import org.vitrine.broker.door.ShownText;
import org.vitrine.broker.registry.FormatSet;
import org.vitrine.broker.registry.ImageTraits;

/** Checks the properties that a producer gives an image. */
final class ImageOffer {
    private static final int MAX_TAG_CHARACTERS = 64;

    private ImageOffer() {}

    static ImageTraits traits(Map<String, ? extends Variant<?>> properties, boolean withBuffers, Limits limits) {
        Options options = new Options(properties);
        String title = options.shownText("title", limits.titleCharacters())
                .orElseThrow(() -> Options.invalid("title is missing, it must be of type s"));
        List<String> tags = options.texts("tags").orElse(List.of());
        checkTags(tags, limits);
        Optional<ImageTraits.Size> size = size(options, limits);
        Optional<FormatSet> formats = options.formats();
        boolean writable = options.flag("writable").orElse(false);
        if (!withBuffers && (formats.isEmpty() || size.isEmpty())) {
            throw Options.invalid("An image without buffers needs width, height and formats");
        }
        return new ImageTraits(title, tags, writable, withBuffers ? Optional.empty() : size, formats);
    }

    private static void checkTags(List<String> tags, Limits limits) {
        if (tags.size() > limits.tagsPerImage()) {
            throw Options.invalid(
                    "tags has " + tags.size() + " words, at most " + limits.tagsPerImage() + " are taken");
        }
        if (new HashSet<>(tags).size() != tags.size()) {
            throw Options.invalid("tags has a word twice");
        }
        tags.forEach(tag -> ShownText.check("a tag", tag, MAX_TAG_CHARACTERS));
    }

    private static Optional<ImageTraits.Size> size(Options options, Limits limits) {
        Optional<Long> width = options.uint32("width");
        Optional<Long> height = options.uint32("height");
        if (width.isEmpty() || height.isEmpty()) {
            return Optional.empty();
        }
        if (!isWithin(width.get(), limits.widthPixels()) || !isWithin(height.get(), limits.heightPixels())) {
            throw Options.invalid(
                    "width and height are 1 to " + limits.widthPixels() + " and " + limits.heightPixels() + " pixels");
        }
        return Optional.of(new ImageTraits.Size(width.get(), height.get()));
    }

    private static boolean isWithin(long value, long most) {
        return value >= 1 && value <= most;
    }
}
