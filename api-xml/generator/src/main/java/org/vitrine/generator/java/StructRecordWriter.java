package org.vitrine.generator.java;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vitrine.generator.model.Argument;
import org.vitrine.generator.model.RecordShape;
import org.vitrine.generator.model.Type;

/** Writes the record that an argument's annotation asks for. */
final class StructRecordWriter {
    private final JavaSource source;

    StructRecordWriter(JavaSource source) {
        this.source = source;
    }

    void write(Argument argument, RecordShape shape) {
        Type.Struct struct = struct(argument.type());
        List<String> names = shape.fields().stream().map(JavaNames::identifier).toList();
        String record = shape.name() + "<F>";
        source.blank();
        Javadoc.of(argument.doc())
                .tag("param <F>", "the kind of file descriptor")
                .writeTo(source);
        source.list("record " + record + "(", components(struct, names), ") {")
                .indent()
                .line("private static final TypeSignature SIGNATURE = TypeSignature.of(\""
                        + struct.signature().substring(1, struct.signature().length() - 1) + "\");")
                .blank();
        source.open("private static <F> " + record + " fromStruct(List<Object> struct) {")
                .line("BodyReader reader = BodyReader.of(SIGNATURE, struct);")
                .list("return new " + shape.name() + "<>(", reads(names.size()), ");")
                .close()
                .blank();
        source.open("private List<Object> toStruct() {")
                .list("return List.of(", names, ");")
                .close()
                .close();
    }

    private static Type.Struct struct(Type type) {
        return switch (type) {
            case Type.Array(Type.Struct struct) -> struct;
            case Type.Struct struct -> struct;
            default -> throw new IllegalArgumentException(type.signature());
        };
    }

    private static List<String> components(Type.Struct struct, List<String> names) {
        return IntStream.range(0, names.size())
                .mapToObj(index ->
                        JavaTypes.of(struct.fields().get(index), Optional.empty(), "F") + " " + names.get(index))
                .toList();
    }

    private static List<String> reads(int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> "reader.value(" + index + ")")
                .toList();
    }
}
