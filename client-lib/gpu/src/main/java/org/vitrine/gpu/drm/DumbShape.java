package org.vitrine.gpu.drm;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.PixelLayout;
import org.vitrine.api.image.Plane;
import org.vitrine.api.image.PlaneLayout;
import org.vitrine.client.BufferSpec;
import org.vitrine.client.LinearLayout;

/**
 * Fits the planes of a picture into one dumb buffer: one below the other, all with the driver's pitch.
 *
 * @param spec the picture
 * @param layout its planes
 */
record DumbShape(BufferSpec spec, PixelLayout layout) {
    private static final int BITS = 8;

    /** The one depth that every driver makes. */
    private static final int COMMON_BITS_PER_PIXEL = 32;

    /** @throws VitrineException NOT_SUPPORTED if the format is not linear, or unknown */
    static DumbShape of(BufferSpec spec) {
        LinearLayout checked = LinearLayout.of(spec, 1);
        return new DumbShape(checked.spec(), spec.format().fourCc().layout().orElseThrow());
    }

    /**
     * Returns what to ask for: the format's own depth, and if a driver doesn't make that, as many bytes in pixels of 32
     * bits.
     */
    Set<DumbSize> sizes() {
        Set<DumbSize> sizes = new LinkedHashSet<>();
        sizes.add(pixelSize().orElseGet(() -> size(BITS)));
        sizes.add(size(COMMON_BITS_PER_PIXEL));
        return sizes;
    }

    /** Only the pixels of a format with one plane of whole pixels are pixels of the buffer. */
    private Optional<DumbSize> pixelSize() {
        PlaneLayout first = layout.plane(0);
        boolean isPlain = layout.planeCount() == 1 && first.blockWidthPixels() == 1 && first.blockHeightPixels() == 1;
        return isPlain
                ? Optional.of(new DumbSize(spec.widthPixels(), spec.heightPixels(), first.bytesPerBlock() * BITS))
                : Optional.empty();
    }

    private DumbSize size(int bitsPerPixel) {
        long widthPixels = Math.ceilDiv(rowBytes(), bitsPerPixel / BITS);
        return new DumbSize(Math.toIntExact(widthPixels), Math.toIntExact(rows()), bitsPerPixel);
    }

    /** Returns the length of the longest row of any plane. */
    private long rowBytes() {
        return layout.planes().stream()
                .mapToLong(plane -> plane.minimumStrideBytes(spec.widthPixels()))
                .max()
                .orElseThrow();
    }

    private long rows() {
        return layout.planes().stream().mapToLong(this::rows).sum();
    }

    private long rows(PlaneLayout plane) {
        return plane.blockRows(spec.heightPixels()) * plane.blockHeightPixels();
    }

    /**
     * Places the planes in what the driver made.
     *
     * @throws VitrineException NOT_SUPPORTED if the driver made too little
     */
    LinearLayout place(long pitchBytes, long sizeBytes) {
        if (pitchBytes < rowBytes() || sizeBytes < Math.multiplyExact(pitchBytes, rows())) {
            throw new VitrineException(
                    ErrorName.NOT_SUPPORTED,
                    "The graphics driver made a smaller buffer than it was asked for. Update it");
        }
        List<Plane<Long>> planes = new ArrayList<>();
        long rowsAbove = 0;
        for (PlaneLayout plane : layout.planes()) {
            long offsetBytes = rowsAbove * pitchBytes;
            rowsAbove += rows(plane);
            planes.add(new Plane<>(rowsAbove * pitchBytes, offsetBytes, pitchBytes));
        }
        return new LinearLayout(spec, planes);
    }
}
