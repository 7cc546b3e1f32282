package org.vitrine.generator.xml;

import java.util.List;
import java.util.Optional;
import org.vitrine.generator.ContractException;
import org.vitrine.generator.model.Argument;
import org.vitrine.generator.model.RecordShape;
import org.vitrine.generator.model.Type;
import org.vitrine.generator.model.TypeParser;

/** Reads arguments and types. */
final class ArgumentReader {
    private ArgumentReader() {}

    /** Read the arguments of one direction: in, out, or empty for a signal's. */
    static List<Argument> read(Node member, DocComment comment, String direction) {
        List<Node> nodes = member.children("arg");
        nodes.forEach(node -> checkDirection(node, direction.isEmpty()));
        return nodes.stream()
                .filter(node -> node.element().getAttribute("direction").equals(direction))
                .map(node -> argument(node, comment))
                .toList();
    }

    /** Read an element's type attribute. */
    static Type type(Node node) {
        try {
            return TypeParser.parse(node.required("type"));
        } catch (IllegalArgumentException wrong) {
            throw new ContractException(node.where(), String.valueOf(wrong.getMessage()));
        }
    }

    private static Argument argument(Node node, DocComment comment) {
        String name = node.required("name");
        Type type = type(node);
        Optional<RecordShape> shape = node.annotation("org.vitrine.Java.Record").map(value -> shape(node, type, value));
        return new Argument(name, type, shape, comment.argument(name, node.where()));
    }

    private static RecordShape shape(Node node, Type type, String value) {
        List<String> words = List.of(value.split(" ", -1));
        RecordShape shape = new RecordShape(words.getFirst(), words.subList(1, words.size()));
        Type struct = type instanceof Type.Array(Type element) ? element : type;
        if (struct instanceof Type.Struct(List<Type> fields)
                && fields.size() == shape.fields().size()) {
            return shape;
        }
        throw new ContractException(node.where(), "the record \"" + value + "\" does not fit " + type.signature());
    }

    private static void checkDirection(Node node, boolean ofSignal) {
        String direction = node.element().getAttribute("direction");
        if (!(ofSignal ? direction.isEmpty() : direction.equals("in") || direction.equals("out"))) {
            throw new ContractException(node.where(), "\"" + direction + "\" is no direction here");
        }
    }
}
