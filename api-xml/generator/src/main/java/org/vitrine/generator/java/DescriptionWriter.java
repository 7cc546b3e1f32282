package org.vitrine.generator.java;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.vitrine.generator.model.Argument;
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
                method.doc().summary(),
                "MethodDescription " + JavaNames.constant(method.name()) + " = new MethodDescription(",
                List.of(
                        quote(method.name()),
                        arguments(method.in()),
                        arguments(method.out()),
                        list(method.errors().stream().map(error -> "ErrorName." + error))));
    }

    private void signal(Signal signal) {
        constant(
                signal.doc().summary(),
                "SignalDescription " + JavaNames.constant(signal.name()) + " = new SignalDescription(",
                List.of(quote(signal.name()), arguments(signal.arguments())));
    }

    private void property(Property property) {
        constant(
                property.doc().summary(),
                "PropertyDescription " + JavaNames.constant(property.name()) + " = new PropertyDescription(",
                List.of(
                        quote(property.name()),
                        "TypeSignature.of(" + quote(property.type().signature()) + ")",
                        String.valueOf(property.readable()),
                        String.valueOf(property.writable())));
    }

    private void description(Interface iface) {
        source.blank();
        Javadoc.of("The interface with all of its members.").writeTo(source);
        source.line("InterfaceDescription DESCRIPTION = new InterfaceDescription(")
                .line("        NAME,")
                .line("        " + constants(iface.methods().stream().map(Method::name)) + ",")
                .line("        " + constants(iface.signals().stream().map(Signal::name)) + ",")
                .line("        " + constants(iface.properties().stream().map(Property::name)) + ",")
                .line("        \"\"\"");
        iface.xml().lines().forEach(line -> source.line("        " + line.replace("\\", "\\\\")));
        source.line("        \"\"\");");
    }

    private void constant(String doc, String head, List<String> parts) {
        source.blank();
        Javadoc.of(doc).writeTo(source);
        source.list(head, parts, ");");
    }

    private static String arguments(List<Argument> arguments) {
        List<String> made = new ArrayList<>();
        for (Argument argument : arguments) {
            made.add("ArgumentDescription.of(" + quote(argument.name()) + ", "
                    + quote(argument.type().signature()) + ")");
        }
        return list(made.stream());
    }

    private static String constants(Stream<String> members) {
        return list(members.map(JavaNames::constant));
    }

    private static String list(Stream<String> items) {
        return "List.of(" + String.join(", ", items.toList()) + ")";
    }

    private static String quote(String text) {
        return "\"" + text + "\"";
    }
}
