package org.vitrine.client;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.Buffer;
import org.vitrine.api.image.PixelLayout;
import org.vitrine.api.image.Plane;

/**
 * Places the planes of a linear picture one after the other in one storage.
 *
 * @param spec what is placed
 * @param planes offset and stride of each plane; in place of a descriptor, where the plane ends, in bytes
 */
public record LinearLayout(BufferSpec spec, List<Plane<Long>> planes) {
    /** What every GPU we know of imports: AMD's wish, the largest, is 256 bytes a row. */
    public static final long IMPORTABLE_ROW_ALIGNMENT_BYTES = 256;

    /** What fits the processor's caches. */
    public static final long ROW_ALIGNMENT_BYTES = 64;

    private static final long PLANE_ALIGNMENT_BYTES = 4096;

    public LinearLayout {
        planes = List.copyOf(planes);
    }

    /**
     * Places the planes: rows padded to a multiple of {@code rowAlignmentBytes}, planes to a page.
     *
     * @param rowAlignmentBytes 1 or more
     * @throws VitrineException NOT_SUPPORTED if the format is not {@code LINEAR}, or unknown
     */
    public static LinearLayout of(BufferSpec spec, long rowAlignmentBytes) {
        PixelLayout layout = Pixels.linearLayout(spec.format());
        List<Plane<Long>> planes = new ArrayList<>();
        long offset = 0;
        for (int i = 0; i < layout.planeCount(); i++) {
            long stride = roundUp(layout.plane(i).minimumStrideBytes(spec.widthPixels()), rowAlignmentBytes);
            long extent = layout.plane(i).extentBytes(spec.widthPixels(), spec.heightPixels(), stride);
            long end = roundUp(Math.addExact(offset, extent), PLANE_ALIGNMENT_BYTES);
            planes.add(new Plane<>(end, offset, stride));
            offset = end;
        }
        return new LinearLayout(spec, planes);
    }

    private static long roundUp(long number, long multiple) {
        return Math.multiplyExact(Math.ceilDiv(number, multiple), multiple);
    }

    /** Returns how much storage that takes, whole pages. */
    public long sizeBytes() {
        return planes.getLast().fd();
    }

    /** Describes the buffer in a storage. */
    public <F> Buffer<F> in(F storage) {
        return new Buffer<>(
                spec.widthPixels(),
                spec.heightPixels(),
                spec.format(),
                planes.stream().map(plane -> plane.<F>map(end -> storage)).toList());
    }
}
