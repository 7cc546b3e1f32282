package org.vitrine.cli.picture;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.api.image.FourCc;
import org.vitrine.api.image.PixelLayout;
import org.vitrine.api.image.PlaneLayout;
import org.vitrine.client.PixelPlane;
import org.vitrine.client.Pixels;

/** Makes pixels in memory of this process, with rows that are padded by an odd number of bytes. */
final class HeapPixels {
    private static final int PADDING_BYTES = 13;

    private HeapPixels() {}

    static Pixels make(String format, int width, int height) {
        FourCc fourCc = FourCc.ofName(format);
        PixelLayout layout = fourCc.layout().orElseThrow();
        List<PixelPlane> planes = new ArrayList<>();
        for (PlaneLayout plane : layout.planes()) {
            long stride = plane.minimumStrideBytes(width) + PADDING_BYTES;
            long bytes = plane.extentBytes(width, height, stride);
            planes.add(new PixelPlane(
                    Arena.ofAuto().allocate(bytes), stride, plane.rowBytes(width), plane.blockRows(height)));
        }
        return new Pixels(width, height, DrmFormat.linear(fourCc), planes);
    }
}
