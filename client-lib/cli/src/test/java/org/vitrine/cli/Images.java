package org.vitrine.cli;

import java.util.List;
import java.util.Optional;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.client.ImageId;
import org.vitrine.client.ImageInfo;
import org.vitrine.client.ImageSpec;

/** Describes images for tests. */
final class Images {
    private Images() {}

    static ImageInfo ready(long id, String title) {
        Optional<DrmFormat> format = Optional.of(ImageSpec.XRGB8888);
        return new ImageInfo(
                new ImageId(id), title, List.of("a", "b"), "org.example", 640, 480, format, 1, 1, 3, 17, false, 2);
    }

    static ImageInfo withoutBuffers(long id) {
        return new ImageInfo(
                new ImageId(id), "later", List.of(), "", 1920, 1080, Optional.empty(), 0, 0, 0, 0, true, 0);
    }
}
