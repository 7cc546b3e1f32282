package org.vitrine.generator.java;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vitrine.generator.model.Argument;
import org.vitrine.generator.model.RecordShape;
import org.vitrine.generator.model.Type;

/** Writes the record of one body: a call's, a reply's or a signal's arguments. */
final class BodyRecordWriter {
    private final JavaSource source;

    BodyRecordWriter(JavaSource source) {
        this.source = source;
    }

    /**
     * Write a record.
     *
     * @param signature the Java expression for the body's signature
     */
    void write(String name, Javadoc javadoc, List<Argument> arguments, String signature) {
        source.blank();
        javadoc.arguments(arguments)
                .tag("param <F>", "the kind of file descriptor")
                .writeTo(source);
        List<String> components =
                arguments.stream().map(BodyRecordWriter::component).toList();
        source.list("record " + name + "<F>(", components, ") {")
                .indent()
                .line("private static final TypeSignature SIGNATURE = " + signature + ";");
        source.blank();
        fromBody(name, arguments);
        source.blank();
        toBody(arguments);
        source.close();
    }

    private static String component(Argument argument) {
        return JavaTypes.of(argument.type(), argument.shape(), "F") + " " + JavaNames.identifier(argument.name());
    }

    private void fromBody(String name, List<Argument> arguments) {
        Javadoc.of("Read a body.")
                .tag("throws VitrineException", "INVALID_ARGS if it does not have the signature")
                .writeTo(source);
        source.open("public static <F> " + name + "<F> fromBody(List<Object> body) {")
                .line("BodyReader reader = BodyReader.of(SIGNATURE, body);")
                .list(
                        "return new " + name + "<>(",
                        IntStream.range(0, arguments.size())
                                .mapToObj(index -> read(arguments.get(index), index))
                                .toList(),
                        ");")
                .close();
    }

    private void toBody(List<Argument> arguments) {
        Javadoc.of("Write the body.").writeTo(source);
        source.open("public List<Object> toBody() {")
                .list(
                        "return List.of(",
                        arguments.stream().map(BodyRecordWriter::write).toList(),
                        ");")
                .close();
    }

    private static String read(Argument argument, int index) {
        Type type = argument.type();
        Optional<RecordShape> shape = argument.shape();
        if (type instanceof Type.Array(Type element)) {
            return StructMapping.of(element, shape)
                    .map(mapping -> "reader.structs(" + index + ", " + mapping.converter() + "::fromStruct)")
                    .orElse("reader.value(" + index + ")");
        }
        return StructMapping.of(type, shape)
                .map(mapping -> "reader.struct(" + index + ", " + mapping.converter() + "::fromStruct)")
                .orElse("reader.value(" + index + ")");
    }

    private static String write(Argument argument) {
        String name = JavaNames.identifier(argument.name());
        Type type = argument.type();
        if (type instanceof Type.Array(Type element)) {
            return StructMapping.of(element, argument.shape())
                    .map(mapping -> name + ".stream().map(" + mapping.converter() + "::toStruct).toList()")
                    .orElse(name);
        }
        return StructMapping.of(type, argument.shape())
                .map(mapping -> mapping.converter().equals("RawBufferStruct")
                        ? "RawBufferStruct.toStruct(" + name + ")"
                        : name + ".toStruct()")
                .orElse(name);
    }
}
