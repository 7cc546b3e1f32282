package org.vitrine.generator.java;

import java.util.Map;
import java.util.Optional;
import org.vitrine.generator.model.RecordShape;
import org.vitrine.generator.model.Type;

/**
 * How a struct looks in Java.
 *
 * @param javaType its type; {@code %s} stands for the kind of descriptor
 * @param converter the type that has {@code fromStruct} and {@code toStruct}
 */
record StructMapping(String javaType, String converter) {
    private static final Map<String, StructMapping> BY_SIGNATURE = Map.of(
            "(uuuta(huu))", new StructMapping("RawBuffer<%s>", "RawBufferStruct"),
            "(uuuta(iuu))", new StructMapping("RawBuffer<Integer>", "RawBufferStruct"),
            "(uuuta(uu))", new StructMapping("PlainBuffer", "PlainBuffer"),
            "(uat)", new StructMapping("FormatOffer", "FormatOffer"));

    /** Find the mapping of a struct: its own record, one known by its signature, or none. */
    static Optional<StructMapping> of(Type type, Optional<RecordShape> shape) {
        if (!(type instanceof Type.Struct)) {
            return Optional.empty();
        }
        return shape.map(own -> new StructMapping(own.name() + "<%s>", own.name()))
                .or(() -> Optional.ofNullable(BY_SIGNATURE.get(type.signature())));
    }
}
