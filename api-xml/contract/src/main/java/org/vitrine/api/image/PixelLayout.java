package org.vitrine.api.image;

import java.util.List;

/**
 * Sizes the planes of a pixel format in the linear layout, like the kernel's {@code struct drm_format_info}.
 *
 * @param planes one to four, in the order of the format's planes
 */
public record PixelLayout(List<PlaneLayout> planes) {

    public PixelLayout {
        planes = List.copyOf(planes);
        if (planes.isEmpty() || planes.size() > Buffer.MAX_PLANES) {
            throw new IllegalArgumentException("A pixel format has one to four planes");
        }
    }

    /** Returns how many planes the format has. */
    public int planeCount() {
        return planes.size();
    }

    /** Returns the sizes of one plane, counted from 0. */
    public PlaneLayout plane(int index) {
        return planes.get(index);
    }
}
