package org.vitrine.client;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.Buffer;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.api.image.FormatTable;
import org.vitrine.api.image.Modifier;
import org.vitrine.api.image.PixelLayout;
import org.vitrine.api.image.Plane;
import org.vitrine.api.image.PlaneLayout;

/**
 * Shows a linear picture in memory, plane by plane. The memory belongs to whoever made this, and is gone when that is
 * closed.
 *
 * @param widthPixels of the picture
 * @param heightPixels of the picture
 * @param format how pixels are stored; always {@link Modifier#LINEAR}
 * @param planes in the order of the format's
 */
public record Pixels(int widthPixels, int heightPixels, DrmFormat format, List<PixelPlane> planes) {
    public Pixels {
        planes = List.copyOf(planes);
    }

    /** Returns the only or first plane. */
    public PixelPlane plane() {
        return planes.getFirst();
    }

    /** Copies the picture; the copy's memory is the garbage collector's. */
    public Pixels copy() {
        return new Pixels(
                widthPixels,
                heightPixels,
                format,
                planes.stream().map(PixelPlane::copy).toList());
    }

    /** Finds the planes of a buffer, each in the memory of its own storage. */
    static Pixels of(Buffer<MemorySegment> buffer) {
        PixelLayout layout = linearLayout(buffer.format());
        List<PixelPlane> planes = new ArrayList<>();
        for (int i = 0; i < layout.planeCount(); i++) {
            planes.add(plane(buffer, buffer.planes().get(i), layout.plane(i)));
        }
        return new Pixels(buffer.widthPixels(), buffer.heightPixels(), buffer.format(), planes);
    }

    /**
     * Returns how the format lies in memory.
     *
     * @throws VitrineException NOT_SUPPORTED if the processor can't read it
     */
    static PixelLayout linearLayout(DrmFormat format) {
        if (!format.modifier().equals(Modifier.LINEAR)) {
            throw new VitrineException(
                    ErrorName.NOT_SUPPORTED,
                    "The pixels are stored as " + format
                            + ", which only the GPU that made it can read. Import the image"
                            + " there, or ask for LINEAR in the formats of the request");
        }
        return FormatTable.find(format.fourCc())
                .orElseThrow(() -> new VitrineException(
                        ErrorName.NOT_SUPPORTED, "How " + format + " lies in memory is not known"));
    }

    private static PixelPlane plane(Buffer<MemorySegment> buffer, Plane<MemorySegment> plane, PlaneLayout layout) {
        long extent = layout.extentBytes(buffer.widthPixels(), buffer.heightPixels(), plane.strideBytes());
        return new PixelPlane(
                plane.fd().asSlice(plane.offsetBytes(), extent),
                plane.strideBytes(),
                layout.rowBytes(buffer.widthPixels()),
                layout.blockRows(buffer.heightPixels()));
    }
}
