package org.vitrine.api.dbus;

import java.util.List;
import org.vitrine.api.image.RawBuffer;
import org.vitrine.api.image.RawPlane;

/** Turn the struct {@code (uuuta(huu))}, or {@code (uuuta(iuu))}, into a buffer and back. */
public final class RawBufferStruct {
    private static final TypeSignature WITH_DESCRIPTORS = new TypeSignature("uuuta(huu)");

    private RawBufferStruct() {}

    /**
     * Read a struct. Nothing is checked but its shape.
     *
     * @throws org.vitrine.api.error.VitrineException INVALID_ARGS if it has another shape
     */
    public static <F> RawBuffer<F> fromStruct(List<Object> struct) {
        BodyReader reader = BodyReader.of(WITH_DESCRIPTORS, struct);
        return new RawBuffer<>(
                reader.value(0),
                reader.value(1),
                reader.value(2),
                reader.value(3),
                reader.structs(4, RawBufferStruct::plane));
    }

    /** Write a struct. */
    public static List<Object> toStruct(RawBuffer<?> buffer) {
        return List.of(
                buffer.width(),
                buffer.height(),
                buffer.fourCc(),
                buffer.modifier(),
                buffer.planes().stream().map(RawBufferStruct::struct).toList());
    }

    @SuppressWarnings("unchecked") // F is whatever stands for a descriptor in this body
    private static <F> RawPlane<F> plane(List<Object> struct) {
        return new RawPlane<>((F) struct.get(0), (long) struct.get(1), (long) struct.get(2));
    }

    private static List<Object> struct(RawPlane<?> plane) {
        return List.of(plane.fd(), plane.offset(), plane.stride());
    }
}
