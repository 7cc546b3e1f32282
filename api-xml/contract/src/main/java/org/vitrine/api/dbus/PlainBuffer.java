package org.vitrine.api.dbus;

import java.util.List;

/**
 * Describe a buffer without its descriptors: D-Bus {@code (uuuta(uu))}, its numbers widened and unchecked.
 *
 * @param width in pixels
 * @param height in pixels
 * @param fourCc the FourCC code of {@code drm_fourcc.h}
 * @param modifier the DRM format modifier
 * @param planes in order
 */
public record PlainBuffer(long width, long height, long fourCc, long modifier, List<PlainPlane> planes) {
    private static final TypeSignature SIGNATURE = new TypeSignature("uuuta(uu)");

    public PlainBuffer {
        planes = List.copyOf(planes);
    }

    /**
     * Read a struct.
     *
     * @throws org.vitrine.api.error.VitrineException INVALID_ARGS if it has another shape
     */
    public static PlainBuffer fromStruct(List<Object> struct) {
        BodyReader reader = BodyReader.of(SIGNATURE, struct);
        return new PlainBuffer(
                reader.value(0),
                reader.value(1),
                reader.value(2),
                reader.value(3),
                reader.structs(4, PlainBuffer::plane));
    }

    /** Write a struct. */
    public List<Object> toStruct() {
        return List.of(
                width,
                height,
                fourCc,
                modifier,
                planes.stream().map(PlainBuffer::struct).toList());
    }

    private static PlainPlane plane(List<Object> struct) {
        return new PlainPlane((long) struct.get(0), (long) struct.get(1));
    }

    private static List<Object> struct(PlainPlane plane) {
        return List.of(plane.offset(), plane.stride());
    }
}
