package org.vitrine.generator.pages;

import java.util.List;
import java.util.stream.Collectors;
import org.vitrine.generator.model.Argument;
import org.vitrine.generator.model.Contract;
import org.vitrine.generator.model.Interface;
import org.vitrine.generator.model.Method;
import org.vitrine.generator.model.Property;
import org.vitrine.generator.model.Signal;

/** Writes the page of one interface. */
final class InterfacePage {
    private final Markdown page = new Markdown();
    private final Contract contract;

    private InterfacePage(Contract contract) {
        this.contract = contract;
    }

    static String write(Interface iface, Contract contract) {
        InterfacePage writer = new InterfacePage(contract);
        writer.write(iface);
        return writer.page.toString();
    }

    private void write(Interface iface) {
        page.heading(1, iface.name()).paragraph(iface.title());
        iface.doc().paragraphs().forEach(page::paragraph);
        if (!iface.methods().isEmpty()) {
            page.heading(2, "Methods");
            iface.methods().forEach(this::method);
        }
        if (!iface.signals().isEmpty()) {
            page.heading(2, "Signals");
            iface.signals().forEach(this::signal);
        }
        if (!iface.properties().isEmpty()) {
            page.heading(2, "Properties").table(List.of("name", "type", "access", "meaning"), properties(iface));
        }
    }

    private void method(Method method) {
        page.heading(3, method.name()).block(prototype(method));
        method.doc().paragraphs().forEach(page::paragraph);
        arguments("argument in", method.in());
        arguments("argument out", method.out());
        if (!method.errors().isEmpty()) {
            page.block("[Errors](errors.md): "
                    + method.errors().stream()
                            .map(constant ->
                                    Markdown.code(contract.error(constant).dbusName()))
                            .collect(Collectors.joining(", ")));
        }
    }

    private void signal(Signal signal) {
        page.heading(3, signal.name()).block(Markdown.code(signal.name() + "(" + list(signal.arguments()) + ")"));
        signal.doc().paragraphs().forEach(page::paragraph);
        arguments("argument", signal.arguments());
    }

    private void arguments(String title, List<Argument> arguments) {
        if (!arguments.isEmpty()) {
            page.table(
                    List.of(title, "type", "meaning"),
                    arguments.stream().map(InterfacePage::row).toList());
        }
    }

    private static List<String> row(Argument argument) {
        return List.of(
                Markdown.code(argument.name()),
                Markdown.code(argument.type().signature()),
                Markdown.escape(argument.doc()));
    }

    private static List<List<String>> properties(Interface iface) {
        return iface.properties().stream().map(InterfacePage::row).toList();
    }

    private static List<String> row(Property property) {
        return List.of(
                Markdown.code(property.name()),
                Markdown.code(property.type().signature()),
                property.access(),
                Markdown.escape(String.join(" ", property.doc().paragraphs())));
    }

    private static String prototype(Method method) {
        return Markdown.code(method.name() + "(" + list(method.in()) + ") → (" + list(method.out()) + ")");
    }

    private static String list(List<Argument> arguments) {
        return arguments.stream()
                .map(argument -> argument.type().signature() + " " + argument.name())
                .collect(Collectors.joining(", "));
    }
}
