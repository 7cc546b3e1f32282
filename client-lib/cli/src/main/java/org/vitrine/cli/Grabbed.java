package org.vitrine.cli;

import java.util.List;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.cli.picture.Picture;
import org.vitrine.cli.picture.PixelConversion;
import org.vitrine.client.ImageId;
import org.vitrine.client.OpenedImage;
import org.vitrine.client.PixelMapping;
import org.vitrine.client.Vitrine;

/** Holds a copy of a frame: here a copy is what is wanted. */
record Grabbed(Picture picture, DrmFormat format, long generation, long sequence) {

    static Grabbed from(Vitrine vitrine, ImageId image) {
        try (OpenedImage opened = vitrine.open(image)) {
            DrmFormat format = opened.buffer().format();
            PixelConversion conversion = PixelConversion.find(format.fourCc()).orElseThrow(() -> unknown(format));
            try (PixelMapping mapping = opened.map()) {
                Picture picture = conversion.read(mapping.pixels());
                return new Grabbed(picture, format, opened.generation(), opened.sequence());
            }
        }
    }

    private static CommandFailure unknown(DrmFormat format) {
        List<String> known = PixelConversion.formatNames();
        return CommandFailure.refused("The image is stored as " + format + ", which vitrinectl can't turn into a PNG.\n"
                + "Have its producer share it as one of " + String.join(", ", known) + ".");
    }
}
