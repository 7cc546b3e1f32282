package org.vitrine.generator.xml;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.vitrine.generator.ContractException;
import org.vitrine.generator.model.Argument;
import org.vitrine.generator.model.Interface;
import org.vitrine.generator.model.Method;
import org.vitrine.generator.model.Property;
import org.vitrine.generator.model.Signal;

/** Reads interfaces and their members. */
final class InterfaceReader {
    private static final Set<String> ACCESS = Set.of("read", "write", "readwrite");

    private final List<String> knownErrors;

    InterfaceReader(List<String> knownErrors) {
        this.knownErrors = knownErrors;
    }

    Interface read(Node node) {
        DocComment comment = node.comment();
        List<Method> methods =
                node.children("method").stream().map(this::method).toList();
        List<Signal> signals =
                node.children("signal").stream().map(this::signal).toList();
        List<Property> properties =
                node.children("property").stream().map(this::property).toList();
        refuseDoubles(
                node,
                Stream.of(
                                methods.stream().map(Method::name),
                                signals.stream().map(Signal::name),
                                properties.stream().map(Property::name))
                        .flatMap(names -> names)
                        .toList());
        return new Interface(
                node.required("name"),
                comment.argument("short_description", node.where()),
                comment.doc(node.where()),
                methods,
                signals,
                properties,
                IntrospectionXml.write(node.element()));
    }

    private Method method(Node node) {
        DocComment comment = node.comment();
        List<Argument> in = ArgumentReader.read(node, comment, "in");
        List<Argument> out = ArgumentReader.read(node, comment, "out");
        refuseForeign(node, comment, Stream.concat(in.stream(), out.stream()).toList());
        return new Method(node.required("name"), comment.doc(node.where()), in, out, errors(node));
    }

    private Signal signal(Node node) {
        DocComment comment = node.comment();
        List<Argument> arguments = ArgumentReader.read(node, comment, "");
        refuseForeign(node, comment, arguments);
        return new Signal(node.required("name"), comment.doc(node.where()), arguments);
    }

    private Property property(Node node) {
        String access = node.required("access");
        if (!ACCESS.contains(access)) {
            throw new ContractException(node.where(), "\"" + access + "\" is no access");
        }
        return new Property(
                node.required("name"),
                ArgumentReader.type(node),
                access,
                node.comment().doc(node.where()));
    }

    private List<String> errors(Node node) {
        List<String> errors = node.annotation("org.vitrine.Error").stream()
                .flatMap(value -> Stream.of(value.split(" ", -1)))
                .toList();
        errors.stream()
                .filter(error -> !knownErrors.contains(error))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new ContractException(node.where(), "ErrorName has no constant \"" + unknown + "\"");
                });
        refuseDoubles(node, errors);
        return errors;
    }

    private static void refuseForeign(Node node, DocComment comment, List<Argument> arguments) {
        Set<String> documented = new HashSet<>(comment.arguments().keySet());
        List<String> names = arguments.stream().map(Argument::name).toList();
        refuseDoubles(node, names);
        documented.removeAll(names);
        if (!documented.isEmpty()) {
            throw new ContractException(
                    node.where(),
                    "its comment documents @" + documented.iterator().next() + ", which it has not");
        }
    }

    private static void refuseDoubles(Node node, List<String> names) {
        Set<String> seen = new HashSet<>();
        names.stream().filter(name -> !seen.add(name)).findFirst().ifPresent(twice -> {
            throw new ContractException(node.where(), "has \"" + twice + "\" twice");
        });
    }
}
