package org.vitrine.generator.java;

import java.util.Optional;
import org.vitrine.generator.model.RecordShape;
import org.vitrine.generator.model.Type;

/** Chooses the Java type of a D-Bus type. */
final class JavaTypes {
    private JavaTypes() {}

    /**
     * Choose the type of a parameter or record component.
     *
     * @param descriptor what stands for the kind of descriptor, such as {@code F}
     */
    static String of(Type type, Optional<RecordShape> shape, String descriptor) {
        return type instanceof Type.Basic(char code) ? primitive(code, descriptor) : boxed(type, shape, descriptor);
    }

    private static String boxed(Type type, Optional<RecordShape> shape, String descriptor) {
        return switch (type) {
            case Type.Basic(char code) -> boxed(code, descriptor);
            case Type.Variant() -> "Variant<" + descriptor + ">";
            case Type.Array(Type.Basic(char code)) when code == 'y' -> "byte[]";
            case Type.Array(Type element) -> "List<" + boxed(element, shape, descriptor) + ">";
            case Type.Dict(Type key, Type value) ->
                "Map<" + boxed(key, Optional.empty(), descriptor) + ", " + boxed(value, Optional.empty(), descriptor)
                        + ">";
            case Type.Struct struct ->
                StructMapping.of(struct, shape)
                        .map(mapping -> mapping.javaType().formatted(descriptor))
                        .orElse("List<Object>");
        };
    }

    private static String primitive(char code, String descriptor) {
        return switch (code) {
            case 'y' -> "byte";
            case 'b' -> "boolean";
            case 'n' -> "short";
            case 'q', 'i' -> "int";
            case 'u', 'x', 't' -> "long";
            case 'd' -> "double";
            default -> boxed(code, descriptor);
        };
    }

    private static String boxed(char code, String descriptor) {
        return switch (code) {
            case 'y' -> "Byte";
            case 'b' -> "Boolean";
            case 'n' -> "Short";
            case 'q', 'i' -> "Integer";
            case 'u', 'x', 't' -> "Long";
            case 'd' -> "Double";
            case 's' -> "String";
            case 'o' -> "ObjectPath";
            case 'g' -> "TypeSignature";
            default -> descriptor;
        };
    }
}
