package org.vitrine.generator.java;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vitrine.generator.model.Argument;
import org.vitrine.generator.model.Doc;
import org.vitrine.generator.model.Interface;
import org.vitrine.generator.model.Method;
import org.vitrine.generator.model.Property;
import org.vitrine.generator.model.Signal;

/** Writes the constants that describe an interface and its members. */
final class DescriptionWriter {
    private final JavaSource source;

    DescriptionWriter(JavaSource source) {
        this.source = source;
    }

    void write(Interface iface) {
        Javadoc.of("The interface's name on the bus.").writeTo(source);
        source.line("String NAME = \"" + iface.name() + "\";");
        iface.methods().forEach(this::method);
        iface.signals().forEach(this::signal);
        iface.properties().forEach(this::property);
        description(iface);
    }

    private void method(Method method) {
        constant(
                "MethodDescription",
                method.name(),
                method.doc(),
                List.of(
                        arguments(method.in()),
                        arguments(method.out()),
                        new Part(
                                "List.of(",
                                method.errors().stream()
                                        .map(error -> "ErrorName." + error)
                                        .toList(),
                                ")")));
    }

    private void signal(Signal signal) {
        constant("SignalDescription", signal.name(), signal.doc(), List.of(arguments(signal.arguments())));
    }

    private void property(Property property) {
        constant(
                "PropertyDescription",
                property.name(),
                property.doc(),
                List.of(
                        new Part(
                                "TypeSignature.of(",
                                List.of(quote(property.type().signature())),
                                ")"),
                        new Part(String.valueOf(property.readable()), List.of(), ""),
                        new Part(String.valueOf(property.writable()), List.of(), "")));
    }

    /** Write a constant: on one line if it fits, else one part a line, and where that is too long one item a line. */
    private void constant(String type, String name, Doc doc, List<Part> parts) {
        source.blank();
        Javadoc.of(doc.summary()).writeTo(source);
        String head = type + " " + JavaNames.constant(name) + " = new " + type + "(";
        String all = Stream.concat(Stream.of(quote(name)), parts.stream().map(Part::oneLine))
                .collect(Collectors.joining(", "));
        if (source.fits(head + all + ");")) {
            source.line(head + all + ");");
            return;
        }
        source.line(head).indent().indent().line(quote(name) + ",");
        parts.stream().limit(parts.size() - 1L).forEach(part -> write(part, ","));
        write(parts.getLast(), ");");
        source.outdent().outdent();
    }

    private void write(Part part, String after) {
        source.list(part.head(), part.items(), part.tail() + after);
    }

    private void description(Interface iface) {
        source.blank();
        Javadoc.of("The interface with all of its members.").writeTo(source);
        source.line("InterfaceDescription DESCRIPTION = new InterfaceDescription(")
                .indent()
                .indent()
                .line("NAME,")
                .list("List.of(", constants(iface.methods().stream().map(Method::name)), "),")
                .list("List.of(", constants(iface.signals().stream().map(Signal::name)), "),")
                .list("List.of(", constants(iface.properties().stream().map(Property::name)), "),")
                .line("\"\"\"");
        iface.xml().lines().forEach(line -> source.line(line.replace("\\", "\\\\")));
        source.line("\"\"\");").outdent().outdent();
    }

    private static Part arguments(List<Argument> arguments) {
        return new Part(
                "List.of(",
                arguments.stream()
                        .map(argument -> "ArgumentDescription.of(" + quote(argument.name()) + ", "
                                + quote(argument.type().signature()) + ")")
                        .toList(),
                ")");
    }

    private static List<String> constants(Stream<String> members) {
        return members.map(JavaNames::constant).toList();
    }

    private static String quote(String text) {
        return "\"" + text + "\"";
    }

    /** One argument of a constant's constructor. */
    private record Part(String head, List<String> items, String tail) {
        String oneLine() {
            return head + String.join(", ", items) + tail;
        }
    }
}
