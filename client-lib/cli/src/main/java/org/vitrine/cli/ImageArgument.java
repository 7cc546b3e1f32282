package org.vitrine.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.client.ImageFilter;
import org.vitrine.client.ImageId;
import org.vitrine.client.ImageInfo;
import org.vitrine.client.Vitrine;

/** Finds the image that a person means by an id, an object path or a title; a number is an id first. */
final class ImageArgument {
    private ImageArgument() {}

    static ImageInfo find(Vitrine vitrine, String text) {
        if (text.startsWith("/")) {
            return vitrine.describe(idOfPath(text));
        }
        List<ImageInfo> images = vitrine.images(ImageFilter.ALL);
        return images.stream()
                .filter(image -> image.id().toString().equals(text))
                .findFirst()
                .orElseGet(() -> titled(images, text));
    }

    private static ImageInfo titled(List<ImageInfo> images, String title) {
        List<ImageInfo> titled =
                images.stream().filter(image -> image.title().equals(title)).toList();
        return switch (titled.size()) {
            case 0 ->
                throw CommandFailure.notFound("You can see no image with the id or title \"" + title
                        + "\".\nSee what there is with: vitrinectl list");
            case 1 -> titled.getFirst();
            default ->
                throw CommandFailure.usage("Several images have the title \"" + title + "\": " + ids(titled)
                        + ".\nName one by its id, such as " + titled.getFirst().id());
        };
    }

    private static ImageId idOfPath(String text) {
        try {
            return ImageId.of(new ObjectPath(text));
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(
                    "That is not the path of an image: " + text + "\nSee the paths with: vitrinectl list --json");
        }
    }

    private static String ids(List<ImageInfo> images) {
        return images.stream().map(image -> image.id().toString()).collect(Collectors.joining(", "));
    }
}
