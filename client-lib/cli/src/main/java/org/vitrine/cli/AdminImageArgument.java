package org.vitrine.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.vitrine.client.admin.AdminImage;

/** Finds the image that a person means by an id, an object path of either door or a title; a number is an id first. */
final class AdminImageArgument {
    private AdminImageArgument() {}

    static AdminImage find(List<AdminImage> images, String text) {
        String id = text.startsWith("/") ? text.substring(text.lastIndexOf('/') + 1) : text;
        return images.stream()
                .filter(image -> Long.toString(image.id()).equals(id))
                .findFirst()
                .orElseGet(() -> titled(images, text));
    }

    private static AdminImage titled(List<AdminImage> images, String title) {
        List<AdminImage> titled =
                images.stream().filter(image -> image.title().equals(title)).toList();
        return switch (titled.size()) {
            case 0 ->
                throw CommandFailure.notFound("There is no image with the id or title \"" + title
                        + "\".\nSee what there is with: vitrinectl list");
            case 1 -> titled.getFirst();
            default ->
                throw CommandFailure.usage("Several images have the title \"" + title + "\": "
                        + titled.stream()
                                .map(image -> Long.toString(image.id()))
                                .collect(Collectors.joining(", "))
                        + ".\nName one by its id, such as " + titled.getFirst().id());
        };
    }
}
