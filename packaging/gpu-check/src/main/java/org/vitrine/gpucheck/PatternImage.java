package org.vitrine.gpucheck;

import org.vitrine.api.image.DrmFormat;
import org.vitrine.api.image.FourCc;
import org.vitrine.client.Drawing;
import org.vitrine.client.ImageSpec;
import org.vitrine.client.SharedImage;
import org.vitrine.client.Vitrine;
import org.vitrine.gpu.device.BufferSystem;
import org.vitrine.gpu.device.Exporter;

/** Shares the pattern. */
public final class PatternImage {
    private static final String TITLE = "Vitrine demo: GPU check, ";

    private PatternImage() {}

    /** Shares it in one buffer of an exporter's, drawn and published. The caller closes it. */
    public static SharedImage share(Vitrine vitrine, Exporter exporter) {
        ImageSpec spec = ImageSpec.of(TITLE + exporter.name(), Pattern.WIDTH, Pattern.HEIGHT)
                .withFormat(format(exporter))
                .withBuffers(1);
        SharedImage image = vitrine.share(spec, Painter.paintingWith(exporter));
        try (Drawing _ = image.draw()) {
            return image; // painted when it was made: the drawing's end publishes it
        }
    }

    /** EGL exports its textures as they are; all others make the format that most programs draw in. */
    private static DrmFormat format(Exporter exporter) {
        return DrmFormat.linear(exporter.system() == BufferSystem.EGL ? FourCc.ABGR8888 : FourCc.XRGB8888);
    }
}
